#!/usr/bin/env python3
"""Checks every #include in include/rel and src against the picture of the layers (ARCHITECTURE.md).

    layers.py [ROOT]        checks the checkout at ROOT (default: the one this file is in)
    layers.py --self-test   checks that violations are found
"""

import graphlib
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple


class Layer(NamedTuple):
    ours: set[str]  # the layers whose headers it may include besides its own
    theirs: tuple[str, ...] = ()  # headers from elsewhere besides the C++ standard library; "fmt/" is a folder
    system: bool = False  # may include the operating system's headers, <unistd.h> and the like


FACTS = {"base", "domain", "text"}
SHARED = FACTS | {"system", "store", "formats", "render", "cli", "identity"}

# include/rel belongs to the domain. To let a room know more, change the picture first.
LAYERS = {
    "base": Layer(set()),
    "domain": Layer(set(), ("date/date.h",)),
    "text": Layer({"base"}, ("utf8proc.h",)),
    "system": Layer(FACTS, ("fmt/",), system=True),
    "store": Layer(FACTS | {"system"}, ("SQLiteCpp/", "sqlite3.h", "sha2.h"), system=True),
    "formats": Layer(FACTS, ("dlfcn.h", "expat.h", "iconv.h", "libical/", "nlohmann/", "toml++/")),
    "render": Layer(FACTS, ("fmt/",)),
    "cli": Layer(FACTS, ("date/date.h", "fmt/", "CLI/")),
    "identity": Layer(FACTS | {"formats", "render", "cli"}, ("fmt/",)),
    "invocation": Layer(SHARED, ("fmt/",), system=True),
    "input": Layer(SHARED | {"invocation"}, ("date/date.h", "fmt/"), system=True),
    "answer": Layer(SHARED | {"invocation", "input"}, ("date/date.h", "fmt/"), system=True),
    "commands": Layer(SHARED | {"invocation", "input", "answer"}, ("date/date.h", "fmt/"), system=True),
    "app": Layer(SHARED | {"invocation", "commands"}, system=True),
    "main": Layer({"base", "domain", "system", "app"}, system=True),
}

# What only the store itself may do with an open file: a command has a Reader, a Change or a File.
INSIDE_STORE = {"store/connection.hpp", "store/database.hpp", "store/rows.hpp"}

# The domain is a function of facts and a day: nothing in it may ask the outside world.
IMPURE_HEADERS = {"cstdio", "ctime", "filesystem", "fstream", "iostream", "random"}
IMPURE_WORDS = re.compile(
    r"\b(?:(?:system|steady|high_resolution)_clock|(?:secure_)?getenv|(?:local|gm)time(?:_r)?)\b"
    r"|\bstd::time\b|\btime\s*\(\s*(?:nullptr|NULL|0)\s*\)"
)

# A command of several files is a folder that nobody else knows; all know the table of commands.
FOLDER_OF_A_COMMAND = re.compile(r"(?:src/)?(commands/[a-z_]+)/")
ALSO_KNOWS = {"src/commands/demo/demo.cpp": "commands/import"}  # the demo is an archive that is imported

# SQLite's functions for recorded changes never end on some that are cut off: one file knows them, and checks first.
SESSION_DOOR = "src/store/changeset.cpp"
SESSION_WORDS = re.compile(r"\bsqlite3(?:changeset|changegroup|rebaser|session)_\w+")

SYSTEM_HEADER = re.compile(r"<(?:[a-z]+|(?:sys|netinet|linux)/[a-z]+)\.h>")
STANDARD_HEADER = re.compile(r"<[a-z_0-9]+>")
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*?)[ \t]*$", re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def layer_of(path: str) -> str | None:
    """The layer of a file, by its path from the root of the checkout or as an #include names it."""
    folder, _, rest = path.removeprefix("include/").removeprefix("src/").partition("/")
    if path == "src/main.cpp":
        return "main"
    name = "domain" if folder == "rel" else folder
    return name if rest and name in LAYERS else None


def broken_rule(path: str, name: str, header: str) -> str | None:
    """The rule that an #include of header (with its quotes or brackets) breaks in a layer."""
    layer, bare = LAYERS[name], header[1:-1]
    if header.startswith('"'):
        target = layer_of(bare)
        if target is None:
            return f"{header} names no layer: our headers are included from the root, as in \"rel/day.hpp\""
        if bare in INSIDE_STORE and name != "store":
            return f"only store may include {header}"
        if target not in {name, *layer.ours}:
            return f"{name} must not know {target}"
        folder = FOLDER_OF_A_COMMAND.match(bare)
        if not folder or path.startswith(f"src/{folder[1]}/") or ALSO_KNOWS.get(path) == folder[1]:
            return None
        return f"only {folder[1]} may know {bare}"
    if name == "domain" and bare in IMPURE_HEADERS:
        return f"domain is pure: no {header}"
    if STANDARD_HEADER.fullmatch(header):
        return None
    if any(bare.startswith(known) if known.endswith("/") else bare == known for known in layer.theirs):
        return None
    known_elsewhere = any(bare.startswith(known) for other in LAYERS.values() for known in other.theirs)
    if layer.system and not known_elsewhere and SYSTEM_HEADER.fullmatch(header):
        return None
    return f"{name} must not include {header}"


def check(path: str, text: str) -> list[str]:
    """What is wrong in one file, as "file:line: rule"."""

    def without(strings: bool) -> str:
        def blank(match: re.Match) -> str:
            keep = match[0].startswith('"') and not strings
            return match[0] if keep else re.sub(r"[^\n]", " ", match[0])

        return COMMENT_OR_STRING.sub(blank, text)

    def at(position: int, rule: str) -> str:
        return f"{path}:{text.count(chr(10), 0, position) + 1}: {rule}"

    name = layer_of(path)
    if name is None:
        return [f"{path}:1: is in no layer of the picture"]
    findings = []
    for include in INCLUDE.finditer(without(strings=False)):
        header = include[1]
        if not re.fullmatch(r'"[^"]+"|<[^>]+>', header):
            findings.append(at(include.start(), f"#include of something else than a header's name: {header}"))
        elif rule := broken_rule(path, name, header):
            findings.append(at(include.start(), rule))
    if name == "domain":
        for word in IMPURE_WORDS.finditer(without(strings=True)):
            findings.append(at(word.start(), f"domain is pure: no {word[0]}"))
    if path != SESSION_DOOR:
        for word in SESSION_WORDS.finditer(without(strings=True)):
            findings.append(at(word.start(), f"only {SESSION_DOOR} may call {word[0]}"))
    return findings


def check_tree(root: Path) -> list[str]:
    # With no cycle among the includes that are allowed, there is none among those that are made.
    graphlib.TopologicalSorter({name: layer.ours for name, layer in LAYERS.items()}).prepare()
    files = sorted(
        file for top in ("include", "src") for file in (root / top).rglob("*") if file.suffix in {".cpp", ".hpp", ".h"}
    )
    if not files:
        return [f"{root}: has no sources in include or src"]
    return [line for file in files for line in check(file.relative_to(root).as_posix(), file.read_text())]


# Each snippet with what must be said about it; None where nothing may be.
SAMPLES = [
    ("include/rel/day.hpp", "#include <date/date.h>\n#include <vector>\n", None),
    ("src/domain/due.cpp", '#include "rel/due.hpp"\n', None),
    ("src/domain/due.cpp", '// system_clock\nauto s = "getenv"; /* #include <fstream>\n*/ x.time();\n', None),
    ("src/text/fold.cpp", '#include "text/fold.hpp"\n#include <utf8proc.h>\n', None),
    ("src/store/open.cpp", "#include <SQLiteCpp/Database.h>\n#include <sys/stat.h>\n#include <sqlite3.h>\n", None),
    ("src/commands/due.cpp", '#include "store/file.hpp"\n#include "render/view.hpp"\n', None),
    ("src/main.cpp", '#include "app/run.hpp"\n#include <unistd.h>\n', None),
    ("src/store/changeset.cpp", "sqlite3changeset_invert(a, b, c, d);\n", None),
    ("src/store/changeset.hpp", "struct sqlite3_session;\n", None),
    ("src/store/history.cpp", "sqlite3changeset_start(a, b, c);\n", ":1: only src/store/changeset.cpp may call"),
    ("include/rel/day.hpp", "\n#include <fmt/core.h>\n", ":2: domain must not include <fmt/core.h>"),
    ("src/domain/due.cpp", "#include <iostream>\n", ":1: domain is pure: no <iostream>"),
    ("src/domain/due.cpp", "#include <unistd.h>\n", ":1: domain must not include <unistd.h>"),
    ("src/domain/due.cpp", '#include "store/file.hpp"\n', ":1: domain must not know store"),
    ("src/domain/due.cpp", "\n\nauto n = std::chrono::system_clock::now();\n", ":3: domain is pure: no system_clock"),
    ("src/domain/due.cpp", 'auto h = std::getenv("HOME");\n', ":1: domain is pure: no getenv"),
    ("src/domain/due.cpp", "auto t = std::time(nullptr);\n", ":1: domain is pure: no std::time"),
    ("src/domain/due.cpp", "auto t = time(0);\n", ":1: domain is pure: no time(0)"),
    ("src/text/fold.cpp", '#include "rel/day.hpp"\n', ":1: text must not know domain"),
    ("src/store/open.cpp", '# include "render/view.hpp"\n', ":1: store must not know render"),
    ("src/store/open.cpp", "#include <utf8proc.h>\n", ":1: store must not include <utf8proc.h>"),
    ("src/formats/vcard.cpp", "#include <sys/stat.h>\n", ":1: formats must not include <sys/stat.h>"),
    ("src/render/json.cpp", '#include "store/file.hpp"\n', ":1: render must not know store"),
    ("src/cli/dates.cpp", "#include <nlohmann/json.hpp>\n", ":1: cli must not include <nlohmann/json.hpp>"),
    ("src/commands/due.cpp", '#include "store/connection.hpp"\n', ":1: only store may include"),
    ("src/commands/due.cpp", "#include <sqlite3.h>\n", ":1: commands must not include <sqlite3.h>"),
    ("src/commands/due.cpp", "#include <CLI/CLI.hpp>\n", ":1: commands must not include <CLI/CLI.hpp>"),
    ("src/commands/due.cpp", '#include "app/run.hpp"\n', ":1: commands must not know app"),
    ("src/commands/edit/sheet.cpp", '#include "commands/edit/sheet.hpp"\n#include "commands/commands.hpp"\n', None),
    ("src/commands/edit/sheet.cpp", '#include "commands/list/duplicates.hpp"\n', ":1: only commands/list may know"),
    ("src/commands/add.cpp", '#include "commands/edit/sheet.hpp"\n', ":1: only commands/edit may know"),
    ("src/identity/merged.cpp", '#include "store/file.hpp"\n', ":1: identity must not know store"),
    ("src/system/editor.cpp", '#include "invocation/invocation.hpp"\n', ":1: system must not know invocation"),
    ("src/main.cpp", '#include "commands/due.hpp"\n', ":1: main must not know commands"),
    ("src/cli/dates.cpp", '#include "dates.hpp"\n', ':1: "dates.hpp" names no layer'),
    ("src/cli/dates.cpp", "#include HEADER\n", ":1: #include of something else"),
    ("src/extra/new.cpp", "", ":1: is in no layer"),
]


def self_test() -> list[str]:
    wrong = []
    for path, text, expected in SAMPLES:
        findings = check(path, text)
        if len(findings) != (expected is not None) or (expected and not findings[0].startswith(path + expected)):
            wrong.append(f"{path} with {text!r}: expected {expected}, got {findings}")
    with tempfile.TemporaryDirectory() as folder:
        if not check_tree(Path(folder)):
            wrong.append("a folder without sources passes")
        (Path(folder) / "src/text").mkdir(parents=True)
        (Path(folder) / "src/text/fold.cpp").write_text("#include <sqlite3.h>\n")
        if check_tree(Path(folder)) != ["src/text/fold.cpp:1: text must not include <sqlite3.h>"]:
            wrong.append("a violation in a folder is not found")
    return wrong


def main() -> int:
    match sys.argv[1:]:
        case ["--self-test"]:
            findings = self_test()
        case []:
            findings = check_tree(Path(__file__).resolve().parent.parent)
        case [root] if not root.startswith("-"):
            findings = check_tree(Path(root))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    for line in findings:
        print(line, file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
