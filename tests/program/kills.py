#!/usr/bin/env python3
"""Every command that writes, killed at its system calls: what was acknowledged is there, and nothing is half done."""

import itertools
import shutil
import signal
import sys
import unittest
from collections.abc import Callable

import harness
import injection

# There are many page writes, one like the other: every so many of them, and each with --soak.
STRIDE = {"pwrite64": 9}


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class Kills(injection.World):
    def kill_everywhere(self, case: injection.Case, then: Callable = lambda: None) -> tuple[int, list[str]]:
        """Kills the command at each call: how many kills that were, and what was wrong after them."""
        self.prepare(case)
        kills, findings = 0, []
        for call in sorted(self.calls()[0]) if harness.soak else injection.CHANGING_CALLS:
            for nth in itertools.count(1, 1 if harness.soak else STRIDE.get(call, 1)):
                done = self.run_case(f"{call}:signal=KILL:when={nth}")
                if done.returncode == 0:
                    break
                kills += 1
                then()
                try:
                    self.assertEqual(done.returncode, -signal.SIGKILL, done.stderr)
                    self.check(done.stdout, by_reading=kills % 2 == 0)
                except (AssertionError, injection.Damaged) as fault:
                    findings.append(f"{case.name}, killed at {call} {nth}: {fault}")
        return kills, findings

    def check(self, answer: str, by_reading: bool) -> None:
        if self.db.exists():  # a journal is met by a command that reads, or by one that would write
            code = self.run_rel(*(("list",) if by_reading else ("log", "nobody"))).returncode
            self.assertEqual(code, 0 if by_reading else 3)
        self.assert_one_of(self.state(), [self.after] if answer else [*self.nothing_done, self.after])
        self.assert_can_go_on()

    def test_what_was_acknowledged_is_there_and_nothing_is_half_done(self) -> None:
        total, findings = 0, []
        for case in self.cases:
            kills, found = self.kill_everywhere(case)
            print(f"  {case.name}: {kills} kills, {len(found)} findings", file=sys.stderr)
            self.assertGreater(kills, 10)
            total += kills
            findings += found
        print(f"{total} kills in {len(self.cases)} commands, {len(findings)} findings", file=sys.stderr)
        self.assertEqual(findings, [])

    def test_the_test_finds_what_is_half_done_without_a_journal(self) -> None:
        _, findings = self.kill_everywhere(self.case("log"), then=lambda: self.journal().unlink(missing_ok=True))
        self.assertNotEqual(findings, [])

    def test_the_test_finds_what_was_acknowledged_and_lost(self) -> None:
        self.prepare(self.case("log"))
        done = self.run_case("unlink:retval=0")  # the commit, which does nothing and says that it did
        self.assertTrue(self.journal().exists())
        with self.assertRaises(AssertionError):
            self.check(done.stdout, by_reading=True)

    def journal(self):
        return self.db.with_name("rel.db-journal")


if __name__ == "__main__":
    harness.main()
