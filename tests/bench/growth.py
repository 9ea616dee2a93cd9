#!/usr/bin/env python3
"""The past costs nothing: `rel due` takes as many instructions with ten times as many contacts. And twice as much takes
at most a bit more than twice as many, in the short cases of growing_*.py.

usage: growth.py REL MAKE_DATA
"""
import shutil
import sys
import tempfile
from pathlib import Path

import growing
from growing_commands import COMMANDS
from growing_imports import IMPORTS
from tools import instructions, run

PEOPLE = 200
CONTACTS = 2_000
MOST = 1.05
ENTRIES = 500
SKIPPED = 77  # for CTest


def growth_with_the_past(rel, files, *options):
    short, long = (instructions([rel, "--db", file, "due", *options]) for file in files)
    print(f"rel due {' '.join(options)}: {short:,} instructions, with ten times the contacts {long:,}:"
          f" {long / short:.3f}")
    return long / short


def short_cases_hold(rel):
    missed = 0
    for case in [case for case in IMPORTS + COMMANDS if case.short]:
        once, twice, ratio = growing.growth_in_instructions(rel, case, ENTRIES)
        print(f"{case.what}: {once:,} instructions with {ENTRIES}, with twice as many {twice:,}: {ratio:.2f}")
        missed += ratio > case.most
    return missed == 0


def main(rel, make_data):
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed (scripts/packages test)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "short.db", Path(folder) / "long.db"]
        for file, contacts in zip(files, [CONTACTS, 10 * CONTACTS]):
            run([make_data, file, PEOPLE, contacts])
        ok = growth_with_the_past(rel, files) <= MOST
        # The test of the test: looking back replays the past, and must be seen to.
        seen = growth_with_the_past(rel, files, "--as-of", "yesterday") > MOST
    if not seen:
        print("the growth of a command that reads the past was not seen")
    return 0 if short_cases_hold(rel) and ok and seen else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
