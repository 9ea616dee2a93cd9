#!/usr/bin/env python3
"""A file of this rel meets a later one, whose schema is another: nothing is lost on the way, whatever comes between.

The later one (--next) is the same program with a list of versions that goes on (tests/migration/versions.cpp).
"""

import argparse
import json
import shutil
import sys
import threading
from pathlib import Path

import failing_calls
import harness
import injection
import kills
import power_loss

SCHEMA = Path(__file__).parents[1] / "data/schemas/2.db"
LOOPS = 16  # of several processes at once
AT_ONCE = 4
READING = (("due",), ("due", "--format", "json"), ("health",), ("review",), ("list",), ("show", "ann"), ("show", "zoe"),
           ("find", "harbour"), ("prep", "ann"), ("due", "--as-of", "2026-11-25"), ("show", "ann", "--as-of", "2026-11-01"),
           ("__complete", "people"), ("export", "--to", "csv"), ("export", "--to", "vcard"), ("export", "--to", "json"))
MISTAKES = {"loses": "remarks: not as many rows", "strays": "promises: names what is not there",
            "fails": "no such column", "refused": "CHECK constraint failed"}

later = Path()


def version_of(file: Path) -> int:
    return file.read_bytes()[63]


class Later(harness.ProgramTest):
    """The file that was kept of this rel's schema, and both programs."""

    def setUp(self) -> None:
        super().setUp()
        self.env["TZ"] = "UTC"
        self.older = self.rel
        self.rel = self.folder / "bin" / "rel-next"
        shutil.copy(later, self.rel)
        self.db.parent.mkdir(mode=0o700, parents=True)
        self.begin()
        self.held = SCHEMA.with_suffix(".json").read_text()

    def begin(self) -> None:
        shutil.rmtree(self.backups(), ignore_errors=True)
        shutil.copyfile(SCHEMA, self.db)
        self.db.chmod(0o600)

    def backups(self) -> Path:
        return self.db.parent / "backups"

    def by_older(self, *args: str):
        now, self.rel = self.rel, self.older
        try:
            return self.run_rel(*args)
        finally:
            self.rel = now

    def export(self) -> str:
        return self.ok("export", "--to", "json")

    def assert_sound_to_doctor(self) -> None:
        self.assertIn("sound", self.ok("doctor"))


class Reading(Later):
    def test_every_answer_is_that_of_the_older_one_and_nothing_is_written(self) -> None:
        then = self.db.stat()
        for args in READING:
            with self.subTest(args):
                older = self.by_older(*args)
                now = self.run_rel(*args)
                self.assertEqual((now.returncode, now.stdout, now.stderr), (0, older.stdout, older.stderr))
        self.assertIn("is of version 2; the next change brings it to 3", self.ok("doctor"))
        self.assertIn("an older rel wrote it", self.ok("undo", "--list"))
        now = self.db.stat()
        self.assertEqual((now.st_mtime_ns, now.st_ctime_ns, now.st_ino), (then.st_mtime_ns, then.st_ctime_ns, then.st_ino))
        self.assertEqual(self.db.read_bytes(), SCHEMA.read_bytes())
        self.assertEqual([path.name for path in self.db.parent.iterdir()], ["rel.db"])

    def test_in_a_folder_where_nothing_may_be_written(self) -> None:
        self.home.chmod(0o755)
        for path in (self.db.parent, self.db.parent.parent, self.db.parent.parent.parent):
            path.chmod(0o555)
        self.db.chmod(0o444)
        self.assertEqual(self.run_rel("export", "--to", "json", as_nobody=True).stdout, self.held)
        for path in (self.db.parent, self.db.parent.parent, self.db.parent.parent.parent):
            path.chmod(0o755)

    def test_after_a_crash_of_the_older_one(self) -> None:
        lines = ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "UPDATE people SET name = 'x' || name",
                 "UPDATE contacts SET note = hex(randomblob(9000))")
        crash = f"import os, sqlite3; db = sqlite3.connect({str(self.db)!r}, isolation_level=None)\n"
        crash += "".join(f"db.execute({line!r})\n" for line in lines) + "os._exit(0)"
        self.assertEqual(self.shell(f"{sys.executable} -c \"$0\" || exit 1".replace("$0", crash.replace('"', '\\"'))).returncode, 0)
        self.assertTrue(self.db.with_name("rel.db-journal").exists())
        self.assertEqual(self.export(), self.held)


class Changing(Later):
    def test_the_first_change_keeps_what_it_was_and_goes_on(self) -> None:
        self.ok("log", "ann", "call", "20m")
        self.assertEqual(version_of(self.db), 3)
        [copy] = self.backups().glob("rel-*.db")
        self.assertEqual(version_of(copy), 2)
        self.assertEqual(self.by_older("--db", str(copy), "export", "--to", "json").stdout, self.held)
        refused = self.by_older("list")
        self.assert_refused(refused, 4)
        self.assertIn("file version 3, this rel knows 2", refused.stderr)
        self.assert_sound_to_doctor()
        self.ok("undo")
        self.assertEqual(self.export(), self.held)
        nothing = self.run_rel("undo")
        self.assertEqual(nothing.returncode, 1)
        self.assertIn("an older rel wrote it", nothing.stdout)
        self.ok("redo")
        self.assertEqual(json.loads(self.export())["contacts"][-1]["minutes"], 20)
        self.assert_sound_to_doctor()

    def test_two_versions_at_once(self) -> None:
        self.env["REL_TEST_VERSIONS"] = "twice"
        self.assertEqual(self.export(), self.held)
        self.ok("note", "ann", "likes figs")
        self.assertEqual(version_of(self.db), 4)
        self.ok("undo")
        self.assertEqual(self.export(), self.held)
        self.assert_sound_to_doctor()

    def test_a_trial_changes_nothing(self) -> None:
        cards = self.folder / "cards"
        cards.write_text(injection.CARDS)
        self.assertIn("1", self.ok("import", "--dry-run", str(cards)))
        self.assertEqual(self.db.read_bytes(), SCHEMA.read_bytes())
        self.ok("import", str(cards))
        self.assertEqual(len(json.loads(self.export())["people"]), 4)
        self.assert_sound_to_doctor()

    def test_a_copy_is_made_of_what_it_is(self) -> None:
        self.ok("backup")
        self.ok("backup", str(self.folder / "copy.db"))
        [copy] = self.backups().glob("rel-*.db")
        self.assertEqual([version_of(file) for file in (self.db, copy, self.folder / "copy.db")], [2, 2, 2])
        self.assertTrue(json.loads(self.ok("backup", "--list", "--format", "json"))["backups"][0]["verified"])

    def test_an_older_copy_is_brought_back(self) -> None:
        def gone() -> None:
            self.db.unlink()

        def cut() -> None:
            self.db.write_bytes(self.db.read_bytes()[:-100])

        for name, harm in (("ours", lambda: self.ok("log", "ann", "call")), ("older", lambda: None), ("gone", gone), ("cut", cut)):
            with self.subTest(name):
                self.begin()
                harm()
                self.ok("restore", str(SCHEMA))
                self.assertEqual(version_of(self.db), 3)
                self.assertEqual(self.export(), self.held)
                self.assert_sound_to_doctor()

    def test_who_is_forgotten_is_in_no_older_copy(self) -> None:
        self.ok("backup")
        self.ok("forget", "zoe", "--yes")
        self.assertEqual(version_of(self.db), 3)
        for file in [self.db, *self.backups().glob("rel-*.db")]:
            self.assertNotIn("Ørsted".encode(), file.read_bytes(), file)
            self.assertEqual(version_of(file), 3)
            self.assertIn("sound", self.ok("--db", str(file), "doctor"))

    def test_a_mistaken_version_is_refused_and_nothing_is_changed(self) -> None:
        for versions, why in MISTAKES.items():
            self.env["REL_TEST_VERSIONS"] = versions
            for args in (("log", "ann", "call"), ("due",), ("undo",)):
                with self.subTest((versions, args)):
                    refused = self.run_rel(*args)
                    self.assert_refused(refused, 4)
                    self.assertIn(why, refused.stderr)
                    self.assertIn("try: it stays as it is, and the rel before this one still reads it", refused.stderr)
            self.assertEqual(self.run_rel("doctor").returncode, 4)
            self.assertEqual(self.db.read_bytes(), SCHEMA.read_bytes())
            self.assertEqual(list(self.backups().glob("*")) if self.backups().exists() else [], [])
        self.assertEqual(self.by_older("export", "--to", "json").stdout, self.held)


class AtOnce(Later):
    def test_several_processes_find_it_older_and_one_brings_it_up(self) -> None:
        for _ in range(LOOPS):
            self.begin()
            done: list = []
            threads = [threading.Thread(target=lambda: done.append(self.run_rel("log", "ann", "5m"))) for _ in range(AT_ONCE)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual([(one.returncode, one.stderr) for one in done], [(0, "")] * AT_ONCE)
            entries = json.loads(self.ok("show", "ann", "--format", "json"))["entries"]
            self.assertEqual(len([entry for entry in entries if entry.get("minutes") == 5]), AT_ONCE)
            self.assertEqual([version_of(copy) for copy in self.backups().glob("rel-*.db")], [2])
            self.assert_sound_to_doctor()

    def test_the_older_one_beside_it_loses_nothing(self) -> None:
        for _ in range(LOOPS):
            self.begin()
            logged: list = []

            def log_by_older() -> None:
                logged.append(self.shell(f"{self.older} log ann 7m").returncode)

            threads = [threading.Thread(target=log_by_older), threading.Thread(target=lambda: self.ok("log", "ann", "5m"))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            entries = json.loads(self.ok("show", "ann", "--format", "json"))["entries"]
            minutes = [entry["minutes"] for entry in entries if entry.get("minutes") in (5, 7)]
            self.assertEqual(sorted(minutes), [5, 7] if logged == [0] else [5])
            self.assertIn(logged[0], (0, 4))
            self.assert_sound_to_doctor()


class Migrating(injection.World):
    """A file that the older one wrote, and a command of the later one that changes it."""

    cases = (injection.Case("log", ("log", "ann", "call", "45m", "-m", "a walk")),)

    def setUp(self) -> None:
        super().setUp()
        shutil.copy(later, self.rel)

    def prepare(self, case: injection.Case) -> None:
        super().prepare(case)
        self.renew(self.template)
        self.assertEqual(self.run_rel("log", "nobody").returncode, 3)  # brings it up, and does nothing more
        self.nothing_done.append(self.state())
        self.copies_before = self.copies(self.template)

    def assert_one_of(self, state: list[tuple], states: list) -> None:
        """And where the file is of another version, a copy of what it was is there."""
        super().assert_one_of(state, states)
        if state == self.before:
            return
        copies = [path for path in self.db.parent.glob("backups/rel-*.db") if path.name not in self.copies_before]
        self.assertTrue(any(self.state(copy) == self.before for copy in copies), "no copy of what it was")

    def assert_can_go_on(self) -> None:
        there = self.ok("export", "--to", "json")
        self.ok("add", "Next One")
        self.ok("undo")
        self.assertEqual(self.ok("export", "--to", "json"), there)
        self.assertIn("sound", self.ok("doctor"))


class Kills(Migrating, kills.Kills):
    test_the_test_finds_what_was_acknowledged_and_lost = None  # it undoes the first commit, so there is no second

    def test_the_test_finds_that_no_copy_was_made(self) -> None:
        _, findings = self.kill_everywhere(self.case("log"),
                                           then=lambda: shutil.rmtree(self.db.parent / "backups", ignore_errors=True))
        self.assertNotEqual(findings, [])


class FailingCalls(Migrating, failing_calls.FailingCalls):
    sample = 80
    test_no_read_of_an_import_is_taken_for_the_end = None  # it is of cases that are none of these


class PowerLoss(Migrating, power_loss.PowerLoss):
    pass


if __name__ == "__main__":
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--next", type=Path, required=True, help="the later program")
    options, sys.argv[1:] = parser.parse_known_args()
    later = options.next.absolute()
    harness.main()
