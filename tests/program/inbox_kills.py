#!/usr/bin/env python3
"""Lines taken in from elsewhere: whatever ends the program, and whoever writes meanwhile, each counts exactly once."""

import contextlib
import itertools
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import unittest
from collections.abc import Iterator

import harness
from injection import CHANGING_CALLS

LINES = "# phone\nann call 20 one\nann call 20 one\nyesterday bo met 1h\nxyzzy call 5\nnote ann nuts\nbo chat\n"
LEFT = "# phone\nxyzzy call 5\n"
CONTACTS = 4
STRIDE = {"pwrite64": 9}  # they are many, one like the other; with --soak each
LINES_WRITTEN = 400
PAUSE = 0.002  # seconds: several are written while one run lasts


class InboxKills(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.inbox = self.home / "rel-inbox.txt"
        self.ok("add", "Ann Lee")
        self.ok("add", "Bo")
        self.template = self.folder / "template"
        self.inbox.write_text(LINES)
        shutil.copytree(self.home, self.template)

    def renew(self) -> None:
        shutil.rmtree(self.home)
        shutil.copytree(self.template, self.home)

    def faulty(self, fault: str) -> int:
        self.renew()
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}", self.rel, "inbox", self.inbox]
        return subprocess.run(command, capture_output=True, env=self.env, stdin=subprocess.DEVNULL, timeout=60).returncode

    def faults(self, what: str) -> Iterator[str]:
        """One fault after the other, until the call is not made so often."""
        for call in CHANGING_CALLS:
            for nth in itertools.count(1, 1 if harness.soak else STRIDE.get(call, 1)):
                fault = f"{call}:{what}:when={nth}"
                if self.faulty(fault) == 0:
                    break
                yield fault

    def counted(self) -> tuple[int, int]:
        with contextlib.closing(sqlite3.connect(self.db)) as database:
            return tuple(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                         for table in ("contacts", "remarks"))

    def check(self, fault: str) -> None:
        rest = self.inbox.read_text()
        self.assertIn(rest, (LINES, LEFT), fault)
        if rest == LEFT:
            self.assertEqual(self.counted(), (CONTACTS, 1), fault)
        self.ok("inbox", str(self.inbox))
        self.assertEqual((self.counted(), self.inbox.read_text()), ((CONTACTS, 1), LEFT), fault)
        self.assertEqual([path.name for path in self.home.iterdir() if ".new-" in path.name], [], fault)

    def each(self, what: str, least: int) -> None:
        total = 0
        for fault in self.faults(what):
            self.check(fault)
            total += 1
        print(f"  {what}: {total} faults", file=sys.stderr)
        self.assertGreater(total, least)

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_killed_anywhere_no_line_is_lost_or_counted_twice(self) -> None:
        self.each("signal=KILL", 20)

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_on_a_full_disk_no_line_is_lost_or_counted_twice(self) -> None:
        for call in ("pwrite64", "fsync", "renameat2", "write", "fdatasync"):
            for nth in (1, 2, 3):
                fault = f"{call}:error=ENOSPC:when={nth}"
                self.faulty(fault)
                self.check(fault)

    def test_the_test_sees_a_line_that_comes_back(self) -> None:
        self.ok("inbox", str(self.inbox))
        self.ok("undo")  # the lines are known no more,
        self.inbox.write_text(LINES)
        self.ok("inbox", str(self.inbox))
        self.check("none")
        with contextlib.closing(sqlite3.connect(self.db)) as database, database:
            database.execute("DELETE FROM inbox_lines")  # as if nothing were known
        self.inbox.write_text(LINES)
        with self.assertRaises(AssertionError):
            self.check("forgotten")

    def test_lines_written_while_it_is_read_are_neither_lost_nor_doubled(self) -> None:
        def write() -> None:
            for number in range(LINES_WRITTEN):
                with open(self.inbox, "a", encoding="utf-8") as file:
                    file.write(f"ann call 20 the talk {number}\n")
                time.sleep(PAUSE)

        self.inbox.write_text("")
        writer = threading.Thread(target=write)
        writer.start()
        while writer.is_alive():
            self.run_rel("inbox", "-q", str(self.inbox))
        writer.join()
        self.run_rel("inbox", "-q", str(self.inbox))
        with contextlib.closing(sqlite3.connect(self.db)) as database:
            notes = [row[0] for row in database.execute("SELECT note FROM contacts")]
        self.assertEqual(sorted(notes), sorted(f"the talk {number}" for number in range(LINES_WRITTEN)))
        self.assertEqual(self.inbox.read_text(), "")


if __name__ == "__main__":
    harness.main()
