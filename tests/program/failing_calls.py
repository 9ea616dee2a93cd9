#!/usr/bin/env python3
"""Every system call of every command that writes fails: an error that says so, and all or nothing of the command."""

import random
import shutil
import sys
import unittest

import harness
import injection

ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EMFILE", "EACCES", "ENOMEM", "ENOLCK", "EPIPE")
SAMPLE = 1500  # of all points; all of them with --soak
NO_SLEEP = "clock_nanosleep:retval=0"  # who waits for a lock that never comes needs not wait


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class FailingCalls(injection.World):
    sample = SAMPLE

    def points(self, case: injection.Case) -> list[tuple[str, str, str]]:
        """Each call behind the loader's, with each error, once and from then on."""
        self.prepare(case)
        made, by_loader = self.calls()
        return [(call, error, f"{nth}{often}") for call, count in sorted(made.items()) for error in ERRORS
                for nth in range(by_loader[call] + 1, count + 1) for often in ("", "+")]

    def finding(self, call: str, error: str, when: str) -> str | None:
        """What is wrong with a run in which the call fails."""
        done = self.run_case(f"{call}:error={error}:when={when}", *([NO_SLEEP] if call != "clock_nanosleep" else []))
        try:
            self.check_failed(done, pipe_closed=(call, error) == ("write", "EPIPE"))
        except (AssertionError, injection.Damaged) as fault:
            return f"{call} {error} {when}: exit {done.returncode}, {done.stderr!r}: {fault}"
        return None

    def test_no_failure_is_silent_and_nothing_is_half_done(self) -> None:
        points = [(case, point) for case in self.cases for point in self.points(case)]
        taken = sorted(random.Random(6).sample(range(len(points)), len(points) if harness.soak else self.sample))
        findings, prepared = [], None
        for case, point in (points[i] for i in taken):
            if case is not prepared:
                self.prepare(case)
                prepared = case
            finding = self.finding(*point)
            findings += [f"{case.name}: {finding}"] if finding else []
        print(f"{len(taken)} of {len(points)} failing calls, {len(findings)} findings", file=sys.stderr)
        self.assertEqual(findings, [], "\n".join(findings[:40]))

    def test_no_read_of_an_import_is_taken_for_the_end(self) -> None:
        for name in ("import a table", "import cards", "import an archive"):
            self.prepare(self.case(name))
            made, by_loader = self.calls()
            reads = range(by_loader["read"] + 1, made["read"] + 1)
            self.assertGreater(len(reads), 2)
            for nth in reads:
                self.assertIsNone(self.finding("read", "EIO", str(nth)), name)

    def test_the_test_finds_a_copy_that_is_gone(self) -> None:
        self.prepare(self.case("log"))
        done = self.run_case()
        shutil.rmtree(self.db.parent / "backups")
        self.assertRaises(AssertionError, self.check_failed, done)

    def test_the_test_finds_writes_that_fail_in_silence(self) -> None:
        self.prepare(self.case("log"))
        made, by_loader = self.calls()
        for nth in range(by_loader["pwrite64"] + 1, made["pwrite64"] + 1):
            done = self.run_case(f"pwrite64:retval=4096:when={nth}+")
            try:
                self.check_failed(done)
            except (AssertionError, injection.Damaged):
                return
        self.fail("no write that did nothing was found")


if __name__ == "__main__":
    harness.main()
