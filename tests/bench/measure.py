#!/usr/bin/env python3
"""Measures the release against its bars and prints one table. scripts/bench builds what it needs and runs it."""
import argparse
import json
import platform
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import growing
from growing_commands import COMMANDS
from growing_imports import IMPORTS
from tools import instructions, resident, run, shares, system_calls, walls

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parent.parent / "docs/performance.md"

# The data files: how many people and contacts, and what else make_data is told.
FILES = {
    "s": (1_000, 10_000),
    "m": (10_000, 1_000_000),
    "l": (100_000, 10_000_000),
    "m-short": (10_000, 100_000),
    "dense": (1_000, 100_000),
    "all-due": (10_000, 60_000, "all-due"),
    "notes": (1_000, 140_000),  # of which 100,000 have a note
}

# Parts of `rel due`, by the function that does them.
PARTS = {
    "the whole run": "PROGRAM TOTALS",
    "from main on": "???:main [",
    "the command line": "rel::cli::parse(",
    "opening and checking the file": "rel::store::open_to_read(",
    "who may be due": "rel::store::waiting(",
    "how to reach those shown": "rel::store::Reader::read_details(",
    "what they told": "rel::store::add_last_remark(",
    "the page": "rel::render::due_view(",
    "of it, the shortest unique ids": "rel::store::Reader::short_id",
    "the page as text": "rel::render::render_text",
}


@dataclass
class Row:
    """A figure of ours, that of a peer, and how many times the peer's ours may be."""

    what: str
    unit: str  # "s", "instructions", "bytes", or "" for a mere number
    ours: float
    bar: float
    peer: str = ""
    theirs: float = 1
    faster: bool = False  # the bar says how many times less than the peer's ours must be
    required: bool = False  # --check fails where it is not met

    @property
    def ratio(self):
        return self.theirs / self.ours if self.faster else self.ours / self.theirs

    @property
    def met(self):
        return self.ratio >= self.bar if self.faster else self.ratio <= self.bar

    def cells(self):
        bar = f"{'≥' if self.faster else '≤'} {self.bar:g}"
        peer = f"{shown(self.theirs, self.unit)}, {self.peer}" if self.peer else ""
        ratio = f"{self.ratio:.2f}" if self.peer else ""
        return [self.what, shown(self.ours, self.unit), peer, ratio, bar, "yes" if self.met else "NO"]


def shown(figure, unit):
    return {"s": f"{figure * 1e3:.2f} ms", "instructions": f"{figure / 1e6:.2f} M", "bytes": f"{figure / 1e6:.1f} MB",
            "": f"{figure}"}[unit]


class Bench:
    """The programs and data files to measure with, and the rows measured."""

    def __init__(self, rel, make_data, cache):
        self.make_data, self.cache = make_data, cache
        self.cache.mkdir(parents=True, exist_ok=True)
        # As it is installed: the linker leaves the file in small pieces of memory, which cost more to map.
        self.program = Path(shutil.copy(rel, cache / "rel"))
        self.rows = []

    def add(self, what, unit, bar, peer, figures, **more):
        """Adds a row; `figures` are ours and the peer's."""
        ours, *theirs = figures
        self.rows.append(Row(what, unit, ours, bar, peer, *theirs, **more))
        print("  ".join(self.rows[-1].cells()), file=sys.stderr)

    def file(self, name):
        """A data file; made anew where make_data, and so perhaps the schema, is newer."""
        path = self.cache / f"{name}.db"
        if not path.exists() or path.stat().st_mtime < self.make_data.stat().st_mtime:
            print(f"making {path}", file=sys.stderr)
            path.unlink(missing_ok=True)
            run([self.make_data, path, *FILES[name]])
        return path

    def copy(self, name):
        """A copy of a data file that may be written to."""
        return Path(shutil.copy(self.file(name), self.cache / "copy.db"))

    def rel(self, path, *words):
        return [self.program, "--db", path, *words]


def ideal(path, script, *options):
    """S: the sqlite3 shell with the ideal queries."""
    return ["sqlite3", *options, path, f".read {HERE / script}"]


def due(bench):
    ours, best = bench.rel(bench.file("s"), "due"), ideal(bench.file("s"), "due.sql", "-readonly")
    bench.add("`rel due` at s", "s", 0.9, "S", walls(ours, best), required=True)
    bench.add("`rel due` at s", "instructions", 1.0, "S", [instructions(ours), instructions(best)], required=True)
    bench.add("`rel due` at s, system calls", "", 110, "", [system_calls(ours)], required=True)
    ours, best = bench.rel(bench.file("m"), "due"), ideal(bench.file("m"), "due.sql", "-readonly")
    bench.add("`rel due` at m", "s", 2.0, "S", walls(ours, best))
    counts = [instructions(ours), instructions(bench.rel(bench.file("m-short"), "due"))]
    bench.add("`rel due`, 10,000 people, 1,000,000 contacts", "instructions", 1.05, "100,000 contacts", counts,
              required=True)
    ours = bench.rel(bench.file("all-due"), "due", "--format", "json")
    best = ideal(bench.file("all-due"), "due-json.sql", "-readonly", "-json")
    bench.add("`rel due --format json`, 10,000 due", "s", 1.0, "sqlite3 -json", walls(ours, best, runs=20))


def health_and_review(bench):
    """S reads all of the people, without their figures, and shows them."""
    everyone = ["sqlite3", "-readonly", bench.file("dense"), "SELECT * FROM people"]
    for words in ("health", "health --format json", "review"):
        both = walls(bench.rel(bench.file("dense"), *words.split()), everyone, runs=100)
        bench.add(f"`rel {words}`, 1,000 people, 100,000 contacts", "s", 5, "S of reading the people", both)


def log(bench, quick):
    words = ["log", "ann-24", "call"]
    copy = bench.copy("s")
    # Every run begins with the same file, which is on the disk already.
    anew = f"sh -c 'cp {bench.file('s')} {copy} && sync {copy}'"
    both = walls(bench.rel(copy, *words), ideal(copy, "log.sql"), runs=400, prepare=anew)
    bench.add("`rel log` at s", "s", 1.0, "S", both)
    at_s = instructions(bench.rel(bench.copy("s"), *words))
    for name in ["m"] if quick else ["m", "l"]:
        counts = [instructions(bench.rel(bench.copy(name), *words)), at_s]
        bench.add(f"`rel log` at {name}", "instructions", 1.15, "at s", counts, required=name == "m")
    copy.unlink()


def load(bench):
    """A million contacts from a table, against the shell with a table of the values as they stand in the file. Both
    begin with the people and all indices; the shell checks no references and keeps no figures, names or history."""
    tables, people, values = bench.cache / "tables", bench.cache / "people.db", bench.cache / "values.csv"
    people.unlink(missing_ok=True)
    run(bench.rel(bench.file("m"), "export", "--to", "csv", "-o", f"{tables}/"), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    run(bench.rel(people, "import", tables / "people.csv"), stdout=subprocess.DEVNULL)
    with values.open("w") as out:
        run(ideal(bench.file("m"), "values.sql", "-readonly", "-csv"), stdout=out)
    ours, theirs = bench.cache / "ours.db", bench.cache / "theirs.db"
    anew = f"sh -c 'cp {people} {ours} && cp {people} {theirs} && sync {ours} {theirs}'"
    table = bench.rel(ours, "import", tables / "contacts.csv")
    shell = ["sqlite3", theirs, "-cmd", "PRAGMA synchronous = EXTRA", f".import --csv {values} contacts"]
    both = walls(table, shell, runs=5, warmup=0, prepare=anew)
    bench.add("`rel import` of 1,000,000 contacts", "s", 0.8, "sqlite3 .import", both)
    shutil.copy(people, ours)
    bench.add("`rel import` of 1,000,000 contacts, memory", "bytes", 64 * 1024**2, "", [resident(table)])
    ours.unlink()
    theirs.unlink()


def backup(bench):
    """A copy that is read again and checked, against one by the shell; and how long another command waits meanwhile."""
    file, ours, theirs = bench.copy("m"), bench.cache / "ours.db", bench.cache / "theirs.db"
    shell = f'rm -f {theirs}; sqlite3 {file} ".backup {theirs}" && sqlite3 {theirs} "PRAGMA integrity_check"'
    both = walls(bench.rel(file, "backup", ours), ["sh", "-c", shell], runs=5, warmup=0)
    bench.add("`rel backup` at m, verified", "s", 2.0, "sqlite3 .backup, integrity_check", both)
    bench.add("`rel log` while that copies, the longest", "s", 0.3, "", [longest_beside(bench.rel(file, "backup", ours),
                                                                                  bench.rel(file, "log", "ann-24", "call"))])
    for path in (file, ours, theirs):
        path.unlink()


def longest_beside(command, other):
    """The longest that `other` takes while `command` runs."""
    longest = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as beside:
        while beside.poll() is None:
            began = time.monotonic()
            run(other, stdout=subprocess.DEVNULL)
            longest = max(longest, time.monotonic() - began)
    return longest


def find(bench):
    """Against grep over the same texts. It counts into a pipe: into /dev/null it would stop at the first match."""
    file, texts = bench.file("notes"), bench.cache / "notes.txt"
    with texts.open("w") as out:
        run(ideal(file, "texts.sql", "-readonly", "-list"), stdout=out)
    text = "her daughter: was the best of the year, they say"
    both = walls(bench.rel(file, "find", text), ["grep", "-ci", text, texts], runs=50, output="pipe")
    bench.add("`rel find` over 100,000 notes, in 250 of them", "s", 5, "grep -ci", both)


def complete(bench):
    file = bench.file("s")
    both = walls(bench.rel(file, "__complete", "people"), bench.rel(file, "due"))
    bench.add("`rel __complete people` at s", "s", 1.0, "rel due", both)


def start(bench):
    help_wall, version_wall, true_wall = walls([bench.program, "--help"], [bench.program, "--version"], ["true"])
    bench.add("`rel --help`", "s", 2.5, "true", [help_wall, true_wall])
    bench.add("`rel --version`", "s", 2.5, "true", [version_wall, true_wall])


def size(bench):
    table = bench.cache / "contacts.csv"
    with table.open("w") as out:
        run(ideal(bench.file("m"), "contacts.sql", "-readonly", "-csv"), stdout=out)
    sizes = [bench.file("m").stat().st_size, table.stat().st_size]
    bench.add("file at m", "bytes", 1.3, "its contacts as CSV", sizes)


def peers(bench):
    tasks, cards = bench.cache / "task", bench.cache / "khard"
    if not cards.exists():
        make_tasks(tasks)
        make_cards(cards)
    ours = bench.rel(bench.file("m"), "due")
    both = walls(ours, ["task", f"rc:{tasks}/taskrc", "next"], runs=50)
    bench.add("`rel due` at m", "s", 30, "task next, 10,000 tasks", both, faster=True)
    both = walls(ours, ["khard", "-c", cards / "khard.conf", "list"], runs=10)
    bench.add("`rel due` at m", "s", 300, "khard list, 10,000 cards", both, faster=True)
    book = bench.cache / "abook"
    make_book(book)
    both = walls(bench.rel(bench.file("m"), "show", "ann-24", "-n", "1"), ["abook", "--datafile", book, "--mutt-query", "Person24"])
    bench.add("`rel show -n 1` at m", "s", 1, "abook --mutt-query, 10,000 entries", both, faster=True)


def make_tasks(folder):
    folder.mkdir(parents=True)
    (folder / "taskrc").write_text(f"data.location={folder.resolve()}\nconfirmation=off\n")
    tasks = [{"description": f"call person {i}", "priority": "HML"[i % 3], "project": f"circle{i % 50}",
              "due": f"202{6 + i % 2}{1 + i % 12:02}{1 + i % 28:02}T090000Z"} for i in range(10_000)]
    run(["task", f"rc:{folder}/taskrc", "import"], input=json.dumps(tasks), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def make_cards(folder):
    (folder / "cards").mkdir(parents=True)
    (folder / "khard.conf").write_text(f"[addressbooks]\n[[friends]]\npath = {folder}/cards\n")
    for i in range(10_000):
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{i}", f"FN:Ann Person{i}", f"N:Person{i};Ann;;;",
                 f"TEL;TYPE=cell:+49 30 {i:07}", f"EMAIL:ann{i}@example.org", "END:VCARD"]
        (folder / "cards" / f"{i}.vcf").write_text("\r\n".join(lines) + "\r\n")


def make_book(file):
    lines = ["# abook addressbook file", "[format]", "program=abook", "version=0.6.1"]
    for i in range(10_000):
        lines += [f"[{i}]", f"name=Ann Person{i}", f"email=ann{i}@example.org", f"mobile=+49 30 {i:07}"]
    file.write_text("\n".join(lines) + "\n")


def markdown(rows):
    """A table whose source is as easy to read; the first row is the heading."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def table(bench):
    return markdown([["what", "rel", "peer", "ratio", "bar", "met"]] + [row.cells() for row in bench.rows])


def floor(bench):
    """What nothing can go below, and the parts of what is above it."""
    one_query = ["sqlite3", "-readonly", bench.file("s"), "SELECT 1 FROM people LIMIT 1"]
    ours = bench.rel(bench.file("s"), "due")
    commands = {"an empty process: `true`": ["true"], "the start of ours: `rel --version`": [bench.program, "--version"],
                "open and one query: `sqlite3 s.db 'SELECT …'`": one_query, "`rel due` at s": ours}
    rows = [["what", "wall", "instructions"]]
    for (what, command), wall in zip(commands.items(), walls(*commands.values())):
        rows.append([what, shown(wall, "s"), shown(instructions(command), "instructions")])
    parts = [["part of `rel due` at s", "instructions"]]
    parts += [[part, shown(count, "instructions")] for part, count in shares(ours, PARTS).items()]
    return markdown(rows) + "\n\n" + markdown(parts)


def machine():
    processor = re.search(r"Model name: *(.*)", run(["lscpu"], stdout=subprocess.PIPE)).group(1)
    compiler = run(["g++", "--version"], stdout=subprocess.PIPE).splitlines()[0]
    shell = run(["sqlite3", "--version"], stdout=subprocess.PIPE).split()[0]
    return f"Measured on {processor}, {platform.system()} {platform.release()}, {compiler}, SQLite {shell}."


def write(bench):
    """Replaces what stands between the two marks of the document."""
    begin, end = "<!-- scripts/bench --write: begin -->\n", "<!-- scripts/bench --write: end -->\n"
    before, _, rest = DOCUMENT.read_text().partition(begin)
    parts = [machine(), table(bench), floor(bench)]
    DOCUMENT.write_text(before + begin + "\n" + "\n\n".join(parts) + "\n\n" + end + rest.partition(end)[2])


def growth(rel, part):
    """What grows faster than its data: prints a table of the cases whose name has this part."""
    cases = [case for case in IMPORTS + COMMANDS if part in case.what]
    found = growing.rows(rel, cases, 10_000, lambda line: print(line, file=sys.stderr))
    print(markdown(found))
    return 1 if any(row[-1] == "NO" for row in found) else 0


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="measures the release against its bars")
    parser.add_argument("--check", action="store_true", help="fail where a bar that must hold is not met")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md, too")
    parser.add_argument("--quick", action="store_true",
                        help="without the largest file (1.2 GB) and without task, khard and abook")
    parser.add_argument("--growth", nargs="?", const="", metavar="PART",
                        help="only how imports and commands grow: 20,000 entries of a kind against 10,000; of those "
                             "cases whose name has this part. Fails where one grows faster than it may")
    for option in ("rel", "make-data", "cache"):
        parser.add_argument(f"--{option}", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()

    if options.growth is not None:
        return growth(options.rel, options.growth)
    bench = Bench(options.rel, options.make_data, options.cache)
    due(bench)
    health_and_review(bench)
    log(bench, options.quick)
    load(bench)
    backup(bench)
    find(bench)
    complete(bench)
    start(bench)
    size(bench)
    if not options.quick:
        peers(bench)
    print(table(bench))
    if options.write:
        write(bench)
    missed = [row for row in bench.rows if row.required and not row.met]
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
