#!/usr/bin/env python3
"""Figures that no command writes, in a rich file: no command crashes or goes on for ever. What is derived is made anew,
and of anything else it is said what it is."""

import shutil
import sqlite3

import harness

READING = [("list",), ("due", "--format", "json"), ("due", "--format", "ics"), ("due", "--days", "366", "--all", "--explain"),
           ("health",), ("health", "ann"), ("health", "ann", "--html", "-"), ("health", "--html", "-"), ("review",),
           ("prep", "ann"), ("show", "ann"), ("find", "ann"), ("export",), ("export", "--to", "ics"),
           ("export", "--to", "csv"), ("__complete", "people")]
SECONDS = 30  # against commands that never end

# What is kept beside the entries, and figures of it that can't be.
DERIVED = [("sums", "postponed", "-1"), ("sums", "postponed", "-2147483648"), ("sums", "quiet_since", "1e18"),
           ("sums", "quiet_since", "-9e999"), ("sums", "conversations", "4611686018427387904"), ("sums", "count", "-0.5"),
           ("sums", "minutes", "1e308"), ("sums", "touch_channel", "99"), ("sums", "due_on", "4611686018427387904"),
           ("sums", "every_days", "-128"), ("sums", "snoozed_until", "2147483647"), ("names", "rank", "99"),
           ("names", "person", "-1")]
ENTERED = [("people", "every_days", "-1"), ("people", "every_days", "-128"), ("people", "every_days", "2147483647"),
           ("people", "start", "4611686018427387904"), ("contacts", "minutes", "2147483647"), ("contacts", "others", "-1"),
           ("contacts", "day", "2147483647"), ("snoozes", "until", "-2147483648"), ("promises", "due", "3000000")]


class Figures(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.sound = self.folder / "sound.db"
        self.ok("demo", str(self.sound))
        self.db = self.folder / "rel.db"
        for days in ("3d", "2d"):
            self.ok("--db", str(self.sound), "snooze", "ann", days)
        shutil.rmtree(self.folder / "backups")

    def damage(self, table: str, column: str, value: str) -> None:
        shutil.copy(self.sound, self.db)
        database = sqlite3.connect(self.db)
        database.execute("PRAGMA ignore_check_constraints = 1")
        database.execute(f"UPDATE OR IGNORE {table} SET {column} = {value}")
        database.commit()
        database.close()

    def run_all(self) -> dict:
        runs = {words: self.run_rel("--db", str(self.db), *words, timeout=SECONDS) for words in READING}
        return {words: (run.returncode, run.stdout, run.stderr) for words, run in runs.items()}

    def test_what_is_derived_is_made_anew(self) -> None:
        shutil.copy(self.sound, self.db)
        expected = self.run_all()
        self.assertEqual({code for code, *_ in expected.values()}, {0})
        for case in DERIVED:
            with self.subTest(case):
                self.damage(*case)
                damaged = self.db.read_bytes()
                self.assertEqual(self.run_all(), expected)
                self.assertEqual(self.db.read_bytes(), damaged)
                self.assertEqual(self.run_rel("--db", str(self.db), "doctor").returncode, 4)
                shutil.rmtree(self.folder / "backups", ignore_errors=True)  # a new day
                self.ok("--db", str(self.db), "note", "ann", "likes tea", "-q")
                self.assertEqual(self.run_rel("--db", str(self.db), "doctor", "-q").stdout, "")

    def test_what_comes_back_from_a_copy_holds(self) -> None:
        for case in DERIVED:
            with self.subTest(case):
                self.damage(*case)
                copy, other = self.folder / "copy.db", self.folder / "other.db"
                self.ok("--db", str(self.db), "backup", str(copy), "-q")
                self.ok("--db", str(other), "restore", str(copy), "-q")
                self.ok("--db", str(other), "doctor", "-q")
                self.ok("--db", str(self.db), "doctor", "--repair", "-q")
                self.ok("--db", str(self.db), "doctor", "-q")
                for path in (copy, other, *self.folder.glob("backups/*")):
                    path.unlink()

    def test_what_was_entered_is_named(self) -> None:
        for table, column, value in ENTERED:
            with self.subTest((table, column, value)):
                self.damage(table, column, value)
                said = [run for run in self.run_all().values() if run[0] != 0]
                self.assertTrue(said)
                for code, out, err in said:
                    self.assertEqual(code, 4)
                    self.assertRegex(err, rf"\Arel: [^\n]*rel\.db: is damaged: [^\n]+: {column} is what no command writes\n")
                self.assertEqual(self.run_rel("--db", str(self.db), "doctor").returncode, 4)
                for words in (("backup", str(self.folder / "copy.db")), ("restore", str(self.db))):
                    path = self.db if words[0] == "backup" else self.folder / "other.db"
                    self.assertEqual(self.run_rel("--db", str(path), *words).returncode, 4)


if __name__ == "__main__":
    harness.main()
