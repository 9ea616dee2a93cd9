#!/usr/bin/env python3
"""Runs transcripts: markdown files with sessions that the program must reproduce.

    run.py --rel BINARY FILE.md…            compares
    run.py --rel BINARY --update FILE.md…   writes what was printed into the files
    run.py --self-test                      checks that differences are found

Each sets its own clock (REL_NOW), since it must hold on every day. A session is a fenced ```console block, or an indented block that begins with "$ ":

    $ rel log ann call 45m        a command; lines "> …" directly below continue it
    logged <call> …               exactly what it prints, standard output and error together, blank lines included
    [exit 3]                      its exit code, where that is not 0

All commands of a file go to one bash, so cd, variables and the like carry over. Standard input is empty, HOME a fresh
folder, the current folder $HOME/scratch, $TRANSCRIPTS the folder of the file; the zone is Europe/Berlin. In what is
printed, the path of HOME reads $HOME, and a last line that is not ended is followed by [no newline].

Ids are random, so <call>, <promise1> and the like stand for them, in output and in later commands. The first match
binds a name to an id; from then on it stands for that id only, at any length, and no other name does. Blanks beside
a name may differ in number, since an id seldom has the length of its name. A line [...] stands for any lines.
"""

import argparse
import difflib
import os
import re
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"<([a-z][a-z0-9_-]*)>")
ID = re.compile(r"(?<![0-9A-Za-z])[2-9][0-9a-z]{3,12}(?![0-9A-Za-z])")
SECONDS_PER_COMMAND = 20.0

Ids = dict[str, str]


class Failure(Exception):
    """Ends the run of a transcript: a difference, a command that hangs, a shell that ended, a malformed file."""


@dataclass
class Step:
    """One command of a transcript and what it is to print; lines first to last (excluded) of the file say so."""

    command: str
    expected: list[str]  # the exit code, where not 0, as the last line
    line: int
    first: int
    last: int
    indent: str


def parse(text: str) -> list[Step]:
    steps: list[Step] = []
    for indent, start, lines in blocks(text.split("\n")):
        i = 0
        while i < len(lines):
            if not lines[i].startswith("$ "):
                raise Failure(f"line {start + i + 1}: output before any command")
            line, command = start + i + 1, lines[i][2:]
            i += 1
            while i < len(lines) and lines[i].startswith("> "):
                command += "\n" + lines[i][2:]
                i += 1
            first = i
            while i < len(lines) and not lines[i].startswith("$ "):
                i += 1
            steps.append(Step(command, lines[first:i], line, start + first, start + i, indent))
    if not steps:
        raise Failure("holds no command")
    return steps


def blocks(lines: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    """Yields (indent, index of the first line, lines without the indent) for each session."""
    i = 0
    while i < len(lines):
        start = i
        if lines[i].startswith("```"):
            i += 1
            while i < len(lines) and lines[i].rstrip() != "```":
                i += 1
            if lines[start].rstrip() == "```console":
                yield "", start + 1, lines[start + 1 : i]
        elif lines[i].startswith("    $ "):
            while i < len(lines) and (lines[i].startswith("    ") or not lines[i].strip()):
                i += 1
            while not lines[i - 1].strip():
                i -= 1
            yield "    ", start, [line[4:] for line in lines[start:i]]
            continue
        i += 1


class Shell:
    """A bash that runs one command after the other, in a fresh home of its own."""

    # Commands come over one descriptor and exit codes go back over another, so that no command can read the next
    # from its standard input, and nothing that is printed can be mistaken for the end.
    LOOP = """
        while IFS= read -r -d '' -u {commands} _command; do
            (exit "${{_code:-0}}")
            eval "$_command" {commands}<&- {codes}>&-
            _code=$?
            printf '%s\\0' "$_code" >&{codes}
        done"""

    def __init__(self, rel: Path, transcripts: Path, seconds: float):
        self.home = Path(tempfile.mkdtemp(prefix="rel-transcript-"))  # 0700
        self.seconds = seconds
        (self.home / "scratch").mkdir()
        command_end, self.commands = os.pipe()
        self.codes, code_end = os.pipe()
        self.output, output_end = os.pipe()
        self.bash = subprocess.Popen(
            ["bash", "--noprofile", "--norc", "-c", self.LOOP.format(commands=command_end, codes=code_end)],
            stdin=subprocess.DEVNULL, stdout=output_end, stderr=output_end, pass_fds=(command_end, code_end),
            cwd=self.home / "scratch", start_new_session=True,
            env={"HOME": str(self.home), "PATH": f"{rel.parent}:/usr/local/bin:/usr/bin:/bin", "TZ": "Europe/Berlin",
                 "LC_ALL": "C.UTF-8", "TRANSCRIPTS": str(transcripts)},
        )
        for end in (command_end, code_end, output_end):
            os.close(end)
        os.set_blocking(self.output, False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.output, selectors.EVENT_READ)
        self.selector.register(self.codes, selectors.EVENT_READ)

    def run(self, command: str) -> list[str]:
        """The lines that the command printed, with the exit code as the last where it is not 0."""
        os.write(self.commands, command.encode() + b"\0")
        deadline = time.monotonic() + self.seconds
        output, code = b"", b""
        while not code.endswith(b"\0"):
            if (left := deadline - time.monotonic()) <= 0:
                raise Failure(f"took longer than {self.seconds:g} s; it printed:\n{self.text(output[-4096:])}")
            ready = {key.fd for key, _ in self.selector.select(left)}
            if self.output in ready:
                output += self.read_output()
            if self.codes in ready:
                if not (part := os.read(self.codes, 16)):
                    raise Failure(f"ended the shell; it printed:\n{self.text(output + self.read_output())}")
                code += part
        output += self.read_output()
        lines = self.text(output).split("\n")
        if lines[-1]:
            lines.append("[no newline]")
        else:
            lines.pop()
        return lines if code == b"0\0" else [*lines, f"[exit {code[:-1].decode()}]"]

    def read_output(self) -> bytes:
        try:
            return os.read(self.output, 1 << 20)  # more than a pipe holds, so all there is
        except BlockingIOError:
            return b""

    def text(self, output: bytes) -> str:
        return output.decode(errors="backslashreplace").replace(str(self.home), "$HOME")

    def end(self) -> None:
        os.killpg(self.bash.pid, signal.SIGKILL)  # its own group: with what it left in the background
        self.bash.wait()
        self.selector.close()
        for fd in (self.commands, self.codes, self.output):
            os.close(fd)


def same_id(one: str, other: str) -> bool:
    """Ids are shown at the length that tells them apart, so one may be the beginning of the other."""
    return one.startswith(other) or other.startswith(one)


def match_line(expected: str, actual: str, ids: Ids) -> Ids | None:
    """The ids known after the line, or None if it differs."""
    parts = NAME.split(expected)  # text and names in turn
    pattern = ""
    for i, part in enumerate(parts):
        if i % 2:
            pattern += f"({re.escape(f'<{part}>')}|{ID.pattern})"  # or literally so, as in HTML
            continue
        before = re.match(" *", part)[0] if i > 0 else ""
        after = re.search(" *$", part[len(before) :])[0] if i < len(parts) - 1 else ""
        between = part[len(before) : len(part) - len(after)]
        pattern += " +" * bool(before) + re.escape(between) + " +" * bool(after)
    found = re.fullmatch(pattern, actual)
    if not found:
        return None
    ids = dict(ids)
    for name, text in zip(parts[1::2], found.groups()):
        if text == f"<{name}>":
            continue
        known = ids.get(name, text)
        if not same_id(known, text) or any(same_id(text, other) for key, other in ids.items() if key != name):
            return None
        ids[name] = max(known, text, key=len)
    return ids


def match(expected: list[str], actual: list[str], ids: Ids) -> Ids | None:
    """The ids known after the output, or None if it differs."""
    for i, line in enumerate(expected):
        if line == "[...]":
            rest = expected[i + 1 :]
            if not rest:  # an exit code is no output: it has to be expected in so many words
                return None if actual[i:] and actual[-1].startswith("[exit ") else ids
            tries = (match(rest, actual[skipped:], ids) for skipped in range(i, len(actual) + 1))
            return next((found for found in tries if found is not None), None)
        if i >= len(actual) or (ids := match_line(line, actual[i], ids)) is None:
            return None
    return ids if len(actual) == len(expected) else None


def align(expected: list[str], actual: list[str], ids: Ids) -> tuple[list[str], Ids]:
    """What was printed as the transcript would write it: lines that match as they stand there, known ids as names."""
    lines, left = [], list(expected)
    for text in actual:
        for i, line in enumerate(left):
            if (found := match_line(line, text, ids)) is not None:
                ids, text = found, line
                del left[: i + 1]
                break
        else:
            text = ID.sub(lambda id: next((f"<{name}>" for name in ids if same_id(ids[name], id[0])), id[0]), text)
        lines.append(text)
    return lines, ids


def run(file: Path, rel: Path, update: bool = False, seconds: float = SECONDS_PER_COMMAND) -> str | None:
    """Runs a transcript; what differs, or None."""
    text = file.read_text()
    written = text.split("\n")
    shell = None
    moved = 0  # by how many lines the updates so far have shifted the rest
    line = 0
    ids: Ids = {}
    try:
        steps = parse(text)
        shell = Shell(rel.absolute(), file.parent.absolute(), seconds)
        for step in steps:
            line = step.line
            actual = shell.run(NAME.sub(lambda name: ids.get(name[1], name[0]), step.command))
            if (found := match(step.expected, actual, ids)) is not None:
                ids = found
                continue
            actual, ids = align(step.expected, actual, ids)
            if not update:
                diff = difflib.unified_diff(step.expected, actual, "expected", "actual", n=99, lineterm="")
                raise Failure(f"$ {step.command}\n" + "\n".join(diff))
            lines = [step.indent + printed if printed else "" for printed in actual]
            written[step.first + moved : step.last + moved] = lines
            moved += len(lines) - (step.last - step.first)
    except Failure as failure:
        where = f"{file}:{line}: " if line else f"{file}: "
        return where + str(failure) + (f"\nthe folder is left at {shell.home}/scratch" if shell else "")
    finally:
        if shell:
            shell.end()
    shutil.rmtree(shell.home)
    if update:
        file.write_text("\n".join(written))
    return None


# A program that stands for rel, and transcripts with a part of what must be said about them; None where nothing may be.
FAKE = r"""#!/bin/bash
case $1 in
  id) echo "logged  $2  end" ;;
  both) echo out; echo err >&2; echo out again ;;
  fail) echo oh >&2; exit 3 ;;
  lines) printf 'one\n\ntwo\nthree\n' ;;
esac
"""
SAMPLES = [
    ("exact", "prose\n\n    $ echo a; echo\n    a\n\n    $ rel both\n    out\n    err\n    out again\n\nprose\n", None),
    ("fenced", "```sh\n$ no\n```\n```console\n$ rel lines\none\n\ntwo\nthree\n```\n", None),
    ("state", "    $ x=5; mkdir d; cd d\n    $ echo $x ${PWD##*/}\n    5 d\n    $ false\n    [exit 1]\n    $ echo $?\n    1\n", None),
    ("here-document", "    $ cat <<END\n    > a b\n    > END\n    a b\n", None),
    ("environment", "    $ echo $TZ $LC_ALL $REL_NOW $XDG_DATA_HOME $PWD; stat -c %a ~; cat\n"
     "    Europe/Berlin C.UTF-8 $HOME/scratch\n    700\n", None),
    ("ids", "    $ rel id 7k2q\n    logged <call> end\n    $ rel id <call>xyz\n    logged    <call>   end\n", None),
    ("lengths of ids", "    $ rel id 7k2q\n    logged <a> end\n    $ rel id 7k2q4567890ab\n    logged <a> end\n"
     "    $ echo <a>\n    <a>\n", None),
    ("any lines", "    $ rel lines\n    one\n    [...]\n    three\n    $ rel fail\n    [...]\n    [exit 3]\n", None),
    ("markup", "    $ echo '<p>7</p>'\n    <p>7</p>\n", None),
    ("other text", "    $ rel lines\n    one\n\n    2\n    three\n", ":1: $ rel lines\n"),
    ("missing line", "    $ rel lines\n    one\n\n    two\n", "+three"),
    ("line too many", "    $ true\n    $ echo a\n    a\n    b\n", ":2: $ echo a\n"),
    ("stray output", "    $ rel both\n", "+err"),
    ("exit code", "    $ rel fail\n    oh\n", "+[exit 3]"),
    ("other exit code", "    $ rel fail\n    oh\n    [exit 2]\n", "+[exit 3]"),
    ("hidden exit code", "    $ rel fail\n    [...]\n", "+[exit 3]"),
    ("no newline", "    $ printf a\n    a\n", "+[no newline]"),
    ("no id", "    $ rel id ann\n    logged  <call>  end\n", "+logged  ann  end"),
    ("another id", "    $ rel id 7k2q\n    logged <a> end\n    $ rel id 7k3q\n    logged <a> end\n", ":3: $ rel id 7k3q"),
    ("two names for one id", "    $ rel id 7k2q\n    logged <a> end\n    $ rel id 7k2q\n    logged <b> end\n", "+logged  <a>  end"),
    ("hanging", "    $ echo x; sleep 60\n    x\n", "took longer than 1 s; it printed:\nx"),
    ("endless", "    $ while echo x; do sleep .1; done\n", "took longer than 1 s"),
    ("ended shell", "    $ exit 0\n    $ true\n", ":1: ended the shell"),
    ("no command", "prose\n", "holds no command"),
    ("output first", "```console\none\n```\n", "line 2: output before any command"),
]
UPDATED = (
    "    $ rel lines; rel id 7k2q; rel id 8c1z\n    old\n    logged <call> end\n\nprose\n\n"
    "    $ rel id <call>; rel fail\n    old\n\nprose\n",
    "    $ rel lines; rel id 7k2q; rel id 8c1z\n    one\n\n    two\n    three\n    logged <call> end\n"
    "    logged  8c1z  end\n\nprose\n\n"
    "    $ rel id <call>; rel fail\n    logged  <call>  end\n    oh\n    [exit 3]\n\nprose\n",
)


def self_test() -> list[str]:
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # so that what failures leave goes too
        rel, file = Path(folder, "rel"), Path(folder, "sample.md")
        rel.write_text(FAKE)
        rel.chmod(0o755)
        for name, text, expected in SAMPLES:
            file.write_text(text)
            said = run(file, rel, seconds=1)
            if (said is None) != (expected is None) or (expected and expected not in said):
                wrong.append(f"{name}: expected {expected!r}, got {said}")
        file.write_text(UPDATED[0])
        if run(file, rel, update=True) is not None or file.read_text() != UPDATED[1]:
            wrong.append(f"update: wrote\n{file.read_text()}")
        if said := run(file, rel):
            wrong.append(f"what update wrote differs: {said}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rel", type=Path, metavar="BINARY")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.md")
    given = parser.parse_args()
    if given.self_test:
        failures = self_test()
    elif not given.rel or not given.files:
        parser.error("needs --rel BINARY and a FILE.md, or --self-test")
    elif given.rel.name != "rel" or not os.access(given.rel, os.X_OK):
        parser.error(f"{given.rel} is no program named rel")
    else:
        dated, undated = [], []
        for file in given.files:
            (dated if "REL_NOW=" in file.read_text() else undated).append(file)
        failures = [f"{file}: sets no REL_NOW: it would hold on one day only" for file in undated]
        failures += [said for file in dated if (said := run(file, given.rel, given.update))]
    for said in failures:
        print(said, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
