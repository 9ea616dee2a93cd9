#!/usr/bin/env python3
"""The past costs nothing: `rel due` takes as many instructions with ten times as many contacts.

usage: growth.py REL MAKE_DATA
"""
import shutil
import sys
import tempfile
from pathlib import Path

from tools import instructions, run

PEOPLE = 200
CONTACTS = 2_000
MOST = 1.05
SKIPPED = 77  # for CTest


def growth(rel, files, *options):
    short, long = (instructions([rel, "--db", file, "due", *options]) for file in files)
    print(f"rel due {' '.join(options)}: {short:,} instructions, with ten times the contacts {long:,}:"
          f" {long / short:.3f}")
    return long / short


def main(rel, make_data):
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed (scripts/packages test)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "short.db", Path(folder) / "long.db"]
        for file, contacts in zip(files, [CONTACTS, 10 * CONTACTS]):
            run([make_data, file, PEOPLE, contacts])
        ok = growth(rel, files) <= MOST
        # The test of the test: looking back replays the past, and must be seen to.
        seen = growth(rel, files, "--as-of", "yesterday") > MOST
    if not seen:
        print("the growth of a command that reads the past was not seen")
    return 0 if ok and seen else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
