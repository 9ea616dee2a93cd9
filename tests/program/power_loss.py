#!/usr/bin/env python3
"""The power fails at any moment of any command that writes: what was acknowledged is there, nothing is half done.

The shipped program's own calls are on record (strace); what a disk may hold after each is made from them (disk.py).
"""

import hashlib
import random
import re
import shutil
import sqlite3
import sys
import unittest
from collections.abc import Callable

import harness
import injection
from disk import CALLS, Disk

RANDOM_ONES = 1  # states of chance after each call, beside four that are not of chance
RANDOM_ONES_OF_SOAK = 40
STRIDE = 3  # after so many calls; after each with --soak
LOOKED_AT_BY_REL = 40  # one state of so many
JOURNAL_GONE = re.compile(r'unlink\("(?:\\x..)*\\x6a\\x6f\\x75\\x72\\x6e\\x61\\x6c"\)')  # …journal

SYNC = re.compile(r" f(data)?sync\(")


def without_syncs(log: str) -> str:
    """The run with synchronous = OFF."""
    return "\n".join(line for line in log.splitlines() if not SYNC.search(line))


def with_full(log: str) -> str:
    """The run with synchronous = FULL: the folder is not synced after the journal is removed."""
    lines, armed = [], False
    for line in log.splitlines():
        armed = armed or bool(JOURNAL_GONE.search(line))
        if armed and SYNC.search(line):
            armed = False
            continue
        lines.append(line)
    return "\n".join(lines)


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class PowerLoss(injection.World):
    def setUp(self) -> None:
        super().setUp()
        self.states = 0
        self.distinct = 0
        self.chance = random.Random(7)

    def record(self, case: injection.Case) -> tuple[str, Disk]:
        """The calls of an uninterrupted run, and the disk before it."""
        self.prepare(case)
        self.renew(self.template)
        disk = Disk(self.home)
        log = self.folder / "calls"
        self.assertEqual(self.traced(str(log), options=("-xx", "-s", "99999999", "-e", f"trace={CALLS}")).returncode, 0)
        return log.read_text(), disk

    def findings(self, case: injection.Case, alter: Callable[[str], str] = lambda log: log) -> list[str]:
        """What is wrong after a loss of power at some moment of the command."""
        log, disk = self.record(case)
        found, seen = [], set()
        allowed = [*self.nothing_done, self.after]
        random_ones = RANDOM_ONES_OF_SOAK if harness.soak else RANDOM_ONES
        for number, call in enumerate(disk.play(alter(log))):
            if call == "answer":
                allowed = [self.after]
            elif not harness.soak and number % STRIDE and call.startswith("pwrite64"):
                continue
            for files in disk.losses(self.chance, random_ones):
                self.states += 1
                print_of_it = hashlib.blake2b(repr((len(allowed), sorted(files.items()))).encode()).digest()
                if print_of_it in seen:
                    continue
                seen.add(print_of_it)
                try:
                    self.check(files, allowed)
                except (AssertionError, injection.Damaged) as fault:
                    found.append(f"{case.name}, after call {number}, {call}: {fault}")
        self.distinct += len(seen)
        return found

    def check(self, files: dict, allowed: list) -> None:
        shutil.rmtree(self.home)
        self.home.mkdir(mode=0o700)
        for path, content in files.items():
            path.mkdir() if content is None else path.write_bytes(content)
        if self.states % LOOKED_AT_BY_REL == 0:
            self.ok("list")
        self.assert_one_of(self.state(), allowed)
        for copy in self.db.parent.glob("backups/rel-*.db"):
            if files.get(copy) != self.copies_before.get(copy.name):
                with sqlite3.connect(copy) as database:
                    self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)], copy.name)

    def test_what_was_acknowledged_is_there_and_nothing_is_half_done(self) -> None:
        findings = []
        for case in self.cases:
            before = self.states
            found = self.findings(case)
            print(f"  {case.name}: {self.states - before} states, {len(found)} findings", file=sys.stderr)
            findings += found
        print(f"{self.states} states, {self.distinct} of them distinct, {len(findings)} findings", file=sys.stderr)
        self.assertEqual(findings, [], "\n".join(findings[:20]))

    def test_the_test_finds_what_full_would_lose(self) -> None:
        findings = self.findings(self.case("log"), with_full)
        self.assertIn("missing: ", "".join(findings))

    def test_the_test_finds_what_off_would_damage(self) -> None:
        self.assertNotEqual(self.findings(self.case("log"), without_syncs), [])


if __name__ == "__main__":
    harness.main()
