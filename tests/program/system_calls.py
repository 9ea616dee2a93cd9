#!/usr/bin/env python3
"""What the program asks of the system: never the network, and for the everyday question only little."""

import re
import shutil
import sys
import unittest

import harness
import reading

PEOPLE = 1000
DUE = 5
MOST_CALLS = 110
NETWORK = {"socket", "connect", "bind", "listen", "accept", "accept4", "socketpair", "sendto", "recvfrom", "sendmsg",
           "recvmsg", "getsockopt", "setsockopt", "getsockname", "getpeername", "shutdown"}


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class SystemCalls(harness.ProgramTest):
    def calls(self, *command: str) -> list[str]:
        """The names of all system calls of a run that succeeds."""
        log = self.folder / "calls"
        done = self.shell(f"strace -f -qq -o {log} $REL {' '.join(command)}")
        if "ptrace" in done.stderr.lower():
            self.skipTest("strace may not trace here")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [name[1] for name in map(re.compile(r"^\d+\s+(\w+)\(").match, log.read_text().splitlines()) if name]

    def add_people(self) -> None:
        """A thousand people, of whom nobody is due before the end of the month."""
        lines = (f"$REL add 'Person {i}' -q --tier {2 + i % 2} --last 2026-11-{1 + i % 20:02}" for i in range(PEOPLE))
        made = self.shell("\n".join(lines), timeout=120)
        self.assertEqual((made.returncode, made.stderr), (0, ""))

    def test_due_among_many_asks_for_little(self) -> None:
        self.add_people()
        self.assertEqual(self.ok("due"), "")
        nobody = len(self.calls("due"))
        for i in range(DUE):
            self.ok("edit", f"person-{i * PEOPLE // DUE}", "--last", "2026-01-05")
        self.assertEqual(self.ok("due", "--count"), f"{DUE}\n")
        some = len(self.calls("due"))
        print(f"{PEOPLE} people: {nobody} system calls while nobody is due, {some} for {DUE}", file=sys.stderr)
        self.assertLessEqual(nobody, MOST_CALLS)
        self.assertLessEqual(some, MOST_CALLS)

    def test_no_command_uses_the_network(self) -> None:
        self.add_ann()
        writes = [("add", "Bo"), ("log", "ann", "5m"), ("note", "ann", "x"), ("snooze", "ann", "2w"), ("undo",), ("redo",),
                  ("promise", "ann", "book"), ("edit", "ann", "--tier", "2"), ("merge", "ann", "bo"), ("backup",),
                  ("forget", "ann", "--yes")]
        for command in (*reading.READS, *writes):
            self.assertFalse(NETWORK & set(self.calls(*command)), command)


if __name__ == "__main__":
    harness.main()
