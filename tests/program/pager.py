#!/usr/bin/env python3
"""The pager: for answers that are longer than the terminal, and only where REL_PAGER or PAGER names one."""

import os

import harness

ROWS = 12


class Pager(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.ok("add", "Ann Lee")
        for minutes in range(20):
            self.ok("log", "ann", f"{minutes + 1}m")

    def shown(self, *args: str, **env: str) -> str:
        """What a terminal of twelve rows is given."""
        return self.at_terminal(*args, rows=ROWS, **{"TERM": "dumb"} | env)

    def test_what_is_longer_than_the_terminal_goes_to_the_pager(self) -> None:
        plain = self.shown("show", "ann")
        self.assertGreater(plain.count("\n"), ROWS)
        paged = "".join(f"|{line}\n" for line in plain.splitlines())
        self.assertEqual(self.shown("show", "ann", PAGER="sed 's/^/|/'"), paged)
        self.assertEqual(self.shown("show", "ann", REL_PAGER="sed 's/^/|/'", PAGER="false"), paged)

    def test_what_fits_and_what_is_no_answer_for_people_does_not(self) -> None:
        for env in ({"PAGER": ""}, {"PAGER": " "}, {"REL_PAGER": "", "PAGER": "touch owned"}):
            self.assertIn("Ann Lee", self.shown("show", "ann", **env))
        self.assertIn("Ann Lee", self.shown("show", "ann", "-n", "2", PAGER="touch owned"))
        self.assertIn("Ann Lee", self.ok("show", "ann", env=self.env | {"PAGER": "touch owned", "REL_PAGER": "touch owned"}))
        self.assertFalse((self.home / "owned").exists() or os.path.exists("owned"))

    def test_one_that_can_not_be_run_costs_nothing(self) -> None:
        for pager in ("no-such-pager", "/etc/passwd", "/", "false", "less '"):
            shown = self.shown("show", "ann", PAGER=pager)
            self.assertTrue(shown.endswith(self.shown("show", "ann")), shown)

    def test_one_that_leaves_early_is_no_error(self) -> None:
        self.assertEqual(self.shown("show", "ann", PAGER="head -1"), "Ann Lee  ann-lee\n")


if __name__ == "__main__":
    harness.main()
