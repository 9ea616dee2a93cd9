#!/usr/bin/env python3
"""The guided review at a real terminal: questions, answers, the end of input, and an interruption."""

import os
import pty
import select
import time

import harness

SECONDS = 20


class Guided(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.ok("add", "Ann Lee", "--tier", "1", "--last", "2026-01-05")
        self.ok("log", "ann", "call", "45m")
        self.env = {**self.env, "REL_NOW": "2027-06-01T09:00", "TERM": "dumb", "COLUMNS": "80"}

    def talk(self, *turns: tuple[str, bytes]) -> tuple[str, int]:
        """Waits for each question and types its answer; what was shown, and the exit code."""
        child, terminal = pty.fork()
        if child == 0:
            os.execve(self.rel, [str(self.rel), "review", "--guided", "--since", "2026-11-22"], self.env)
        shown = b""
        for question, answer in turns:
            shown = self.read_until(terminal, shown, question.encode())
            os.write(terminal, answer)
        shown = self.read_until(terminal, shown, None)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(terminal)
        return shown.decode().replace("\r\n", "\n"), status

    def read_until(self, terminal: int, shown: bytes, question: bytes | None) -> bytes:
        """Reads on until the question stands at the end, or the program ends."""
        deadline = time.monotonic() + SECONDS
        while question is None or question not in shown[-len(question) - 80:]:
            self.assertLess(time.monotonic(), deadline, f"{question} did not come: {shown.decode()}")
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the program has ended
                piece = b""
            if not piece:
                self.assertIsNone(question, shown.decode())
                return shown
            shown += piece
        return shown

    def test_from_the_figures_to_an_intention(self) -> None:
        shown, status = self.talk(("[Enter/q]", b"\n"), ("a/p/Enter/q]", b"k\n"), ("[sat 19:30/Enter/q]", b"fri\n"),
                                  ("1 of 3 [Enter ends]", b"ann: a walk every week\n"), ("2 of 3 [Enter ends]", b"\n"))
        self.assertEqual(status, 0, shown)
        self.assertIn("Ann Lee: kept as it is", shown)
        self.assertIn("agreed for Fri 4 Jun 2027", shown)
        self.assertIn("you mean to: a walk every week, with Ann Lee", shown)

    def test_the_end_of_input_stops_it_and_keeps_what_was_answered(self) -> None:
        shown, status = self.talk(("[Enter/q]", b"\n"), ("a/p/Enter/q]", b"k\n"), ("[sat 19:30/Enter/q]", b"\x04"))
        self.assertEqual(status, 0, shown)
        self.assertIn("Stopped here; what you answered is kept", shown)
        self.assertIn('"considered":"2027-06-01"', self.ok("show", "ann", "--format", "json"))

    def test_an_interruption_ends_it_with_130(self) -> None:
        shown, status = self.talk(("[Enter/q]", b"\n"), ("a/p/Enter/q]", b"\x03"))
        self.assertIn(status, (130, -2), shown)
        self.assert_whole()


if __name__ == "__main__":
    harness.main()
