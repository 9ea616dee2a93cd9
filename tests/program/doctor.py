#!/usr/bin/env python3
"""Doctor: whatever is wrong in or around the file is found and named, and the way back leads back."""

import json
import os
import shutil
import sqlite3
import subprocess
import time
import unittest

import harness


class Doctor(harness.ProgramTest):
    """A circle of two, with a copy of the day."""

    def setUp(self) -> None:
        super().setUp()
        self.ok("add", "Ann Lee", "--tier", "1", "--alias", "annie")
        self.ok("add", "Bo Berg", "--tier", "2")
        self.ok("log", "ann,bo", "met", "1h", "-m", "a walk")
        self.ok("note", "ann", "allergic to nuts")
        self.ok("promise", "bo", "a map")
        self.ok("snooze", "bo", "2w")
        shutil.rmtree(self.db.parent / "backups")
        self.ok("backup")
        self.sound = self.db.read_bytes()

    def sql(self, *statements: str) -> None:
        """What another program does to the file."""
        database = sqlite3.connect(self.db)
        database.execute("PRAGMA ignore_check_constraints = 1")
        for statement in statements:
            database.execute(statement)
        database.commit()
        database.close()

    def renew(self) -> None:
        self.db.write_bytes(self.sound)

    def findings(self, exits: int, *options: str) -> list[dict]:
        done = self.run_rel("doctor", "--format", "json", *options)
        self.assertEqual(done.returncode, exits, done.stdout)
        self.assertRegex(done.stderr, r"\Arel: [^\n]+ wrong\n(try: [^\n]+\n)?\Z" if exits else r"\A\Z")
        return json.loads(done.stdout)["findings"]

    def errors(self) -> list[dict]:
        return [finding for finding in self.findings(4) if finding["severity"] == "error"]

    def test_a_sound_file(self) -> None:
        [notice] = self.findings(0)
        self.assertEqual(notice["severity"], "notice")
        self.assertIn("another disk", notice["what"])
        self.assertIn("sound: 4 entries, 2 people", self.ok("doctor"))
        self.assertEqual(self.ok("doctor", "-q"), "")
        self.assertEqual(self.db.read_bytes(), self.sound)

    def test_the_row_is_named(self) -> None:
        entry = json.loads(self.ok("show", "bo", "--format", "json"))["entries"]
        ids = {one["kind"]: one["id"] for one in entry}
        for statement, where, what in (
                ("UPDATE contacts SET note = 'a talk'", "contact " + ids["contact"], "not what was written"),
                ("UPDATE contacts SET channel = 99", "contact " + ids["contact"], "channel"),
                ("UPDATE promises SET text = text || '!'", "promise " + ids["promise"], "not what was written"),
                ("DELETE FROM promises", "promise " + ids["promise"], "is not there"),
                ("UPDATE snoozes SET person = 5", "snooze " + ids["snooze"], "not there"),
                ("UPDATE snoozes SET day = 99999999", "snooze " + ids["snooze"], "day"),
                ("UPDATE people SET tier = 9 WHERE handle = 'ann-lee'", "person ann-lee", "tier"),
                ("UPDATE people SET purpose = 'x' WHERE handle = 'bo-berg'", "person bo-berg", "not what was written"),
                ("DELETE FROM companions", "contact " + ids["contact"], "companions"),
                ("INSERT INTO details VALUES ((SELECT min(id) FROM people), 3, 7, 'x')", "details of person ann-lee",
                 "no command wrote it"),
                ("UPDATE history SET command = 'x' WHERE seq = 2", "history, row 2", "history"),
                ("UPDATE remarks SET id = (SELECT id FROM promises)", "remark " + ids["promise"], "same id")):
            with self.subTest(statement):
                self.sql(statement)
                found = self.errors()
                self.assertTrue(any(where in one["where"] and what in one["what"] for one in found), found)
                self.assertTrue(all(one["repair"].startswith("rel restore rel-2026-11-21") for one in found), found)
                self.renew()

    def test_the_way_back_leads_back(self) -> None:
        before = json.loads(self.ok("export", "--to", "json"))
        self.sql("UPDATE contacts SET note = 'a talk'")
        [error] = self.errors()
        self.ok(*error["repair"].split()[1:])
        self.findings(0)
        self.assertEqual(json.loads(self.ok("export", "--to", "json")), before)

    def test_a_file_that_can_not_be_read_at_all(self) -> None:
        for data, what in ((b"", "empty"), (b"Dear diary", "not a rel file"), (self.sound[:-1], "end is missing"),
                           (self.sound[:8192], "malformed"),
                           (self.sound[:60] + b"\xff" * 4 + self.sound[64:], "version is -1")):
            with self.subTest(what):
                self.db.write_bytes(data)
                self.assertIn(what, self.errors()[0]["what"])
        self.db.write_bytes(self.sound[:63] + b"\x09" + self.sound[64:])
        [newer] = self.errors()
        self.assertIn("newer rel", newer["what"])
        self.assertIn("unharmed", newer["repair"])
        self.db.unlink()
        self.assert_refused(self.run_rel("doctor"), 4)

    def test_figures_and_names_are_made_anew(self) -> None:
        before = json.loads(self.ok("health", "--format", "json"))
        for statement in ("UPDATE sums SET quiet_since = quiet_since + 1", "DELETE FROM sums", "DELETE FROM names",
                          "UPDATE names SET key = 'x' || key WHERE rank = 1", "DELETE FROM made_with",
                          "INSERT INTO names VALUES ('cy', 0, 5)", "UPDATE made_with SET rules = '1 2'"):
            with self.subTest(statement):
                self.sql(statement)
                self.assertTrue(all(one["repair"] == "rel doctor --repair" for one in self.errors()))
                [notice] = self.findings(0, "--repair")
                self.assertEqual(notice["severity"], "notice")
                self.assertEqual(json.loads(self.ok("health", "--format", "json")), before)
                self.assertIn("Ann Lee", self.ok("show", "annie"))
                self.renew()

    def test_nothing_is_derived_from_what_is_damaged(self) -> None:
        self.sql("UPDATE sums SET count = 9", "UPDATE contacts SET minutes = 5")
        damaged = self.db.read_bytes()
        self.assertTrue(any("restore" in one["repair"] for one in self.findings(4, "--repair")))
        self.assertEqual(self.db.read_bytes(), damaged)

    def test_other_settings_are_no_damage(self) -> None:
        config = self.home / ".config/rel/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text("[tiers.high]\ntarget = 50\n")
        self.assertIn("other settings", json.dumps(self.findings(0)))
        self.ok("log", "ann", "5m")
        self.assertNotIn("other settings", json.dumps(self.findings(0)))

    def test_what_is_around_it(self) -> None:
        left = self.db.with_name("rel.db.new-abcdef")
        left.write_bytes(b"half")
        self.db.chmod(0o644)
        (self.db.parent / "backups").chmod(0o755)
        warnings = [one["where"] for one in self.findings(0) if one["severity"] == "warning"]
        self.assertEqual(warnings, [str(self.db), str(self.db.parent / "backups"), str(left)])
        self.findings(0, "--repair")
        self.assertEqual((self.db.stat().st_mode & 0o777, left.exists()), (0o600, False))
        for name in ("rel.sync-conflict-20261121-090000-ABCDEFG.db", "rel (Ann's conflicted copy 2026-11-21).db",
                     "rel 2.db", "rel (1).db"):
            other = self.db.with_name(name)
            shutil.copy(self.db, other)
            [warning] = [one for one in self.findings(0) if one["severity"] == "warning"]
            self.assertEqual(warning["where"], str(other))
            other.unlink()

    def test_a_damaged_copy_is_named_and_not_offered(self) -> None:
        self.env["REL_NOW"] = "2026-11-22T09:00"
        self.ok("backup")
        copy = sorted((self.db.parent / "backups").iterdir())[-1]
        data = bytearray(copy.read_bytes())
        data[data.index(b"allergic")] ^= 1
        copy.write_bytes(data)
        [error] = self.errors()
        self.assertEqual(error["where"], str(copy))
        self.sql("UPDATE contacts SET note = 'a talk'")
        self.assertIn("rel restore rel-2026-11-21-090000.db", [one["repair"] for one in self.errors()])
        refused = self.run_rel("restore", copy.name)
        self.assert_refused(refused, 4)
        self.assertIn("history adds up to", refused.stderr)

    def test_a_damaged_file_pushes_no_copy_out(self) -> None:
        self.sql("UPDATE contacts SET note = 'a talk'")
        self.env["REL_NOW"] = "2026-11-22T09:00"
        log = self.run_rel("log", "ann", "5m")
        self.assertEqual(log.returncode, 0)
        self.assertIn("no backup was made", log.stderr)
        self.assertEqual(len(list((self.db.parent / "backups").glob("rel-*.db"))), 1)

    def test_copies_that_are_made_no_more(self) -> None:
        folder = self.db.parent / "backups"
        self.env["REL_NOW"] = "2026-11-24T09:00"
        self.ok("log", "ann", "5m")
        for copy in folder.glob("rel-2026-11-24*"):
            copy.unlink()
        [warning] = [one for one in self.findings(0) if one["severity"] == "warning"]
        self.assertEqual((warning["where"], warning["repair"]), (str(folder), "rel backup makes one, or says why it can't"))
        self.assertIn("none was made since 2026-11-21", warning["what"])
        self.assertIn("rel backup makes one", self.ok("doctor", "-q"))
        self.ok("backup")
        self.assertEqual(self.ok("doctor", "-q"), "")

    def test_copies_of_a_file_that_nobody_changes_may_be_old(self) -> None:
        self.env["REL_NOW"] = "2027-11-24T09:00"
        self.assertEqual(self.ok("doctor", "-q"), "")

    def test_what_stands_behind_the_last_page(self) -> None:
        with self.db.open("ab") as file:
            file.write(bytes(8192))
        [warning] = [one for one in self.findings(0) if one["severity"] == "warning"]
        self.assertEqual((warning["where"], warning["what"]), ("file", "8192 bytes stand behind its end that no rel reads"))
        self.ok("backup", str(self.folder / "copy.db"))
        self.db.rename(self.folder / "away.db")
        self.ok("restore", str(self.folder / "copy.db"))
        self.assertEqual(self.ok("doctor", "-q"), "")
        with self.db.open("ab") as file:
            file.write(b"x")
        self.assertIn("something stands behind its end", self.run_rel("list").stderr)

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_a_file_system_without_locks(self) -> None:
        for command in (("list",), ("log", "ann", "5m"), ("doctor",)):
            began = time.monotonic()
            refused = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "inject=fcntl:error=ENOLCK:when=4+", self.rel,
                                      *command], capture_output=True, text=True, env=self.env, timeout=60)
            self.assert_refused(refused, 4)
            self.assertIn("this file system gives no locks", refused.stderr)
            self.assertLess(time.monotonic() - began, 10)

    def test_another_programs_log_is_turned_off_by_reading(self) -> None:
        self.sql("PRAGMA journal_mode = WAL")
        self.ok("list")
        self.assertEqual(sorted(os.listdir(self.db.parent)), ["backups", "rel.db"])
        self.findings(0)

    def test_waiting_says_how_long(self) -> None:
        holder = sqlite3.connect(self.db, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        refused = self.run_rel("list")
        self.assert_refused(refused, 4)
        self.assertIn("(5 s)", refused.stderr)
        self.assertLess(time.monotonic() - began, 8)
        shown = subprocess.run(["script", "-qec", f"{self.rel} list", "/dev/null"], env=self.env, capture_output=True,
                               text=True, timeout=60)
        self.assertIn("waiting for another program", shown.stdout)
        holder.close()


class Elsewhere(harness.ProgramTest):
    """A second disk, which comes and goes."""

    def setUp(self) -> None:
        super().setUp()
        self.stick = self.folder / "stick"
        self.stick.mkdir(0o700)
        self.copy = self.stick / "rel.db"
        config = self.home / ".config/rel/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(f'backup_to = "{self.stick}"\n')

    def on(self, day: str) -> None:
        self.env["REL_NOW"] = f"2026-11-{day}T09:00"

    def age(self) -> str:
        findings = json.loads(self.run_rel("doctor", "--format", "json").stdout)["findings"]
        return " ".join(one["what"] for one in findings if "elsewhere" in one["what"])

    def entries(self) -> int:
        database = sqlite3.connect(self.copy)
        return database.execute("SELECT count(*) FROM contacts").fetchone()[0]

    def test_a_copy_a_day_whenever_the_disk_is_there(self) -> None:
        self.on("01")
        self.add_ann()
        self.ok("log", "ann", "5m")
        self.assertEqual((self.entries(), self.copy.stat().st_mode & 0o777), (0, 0o600))  # of the first change
        self.assertIn("of today", self.age())
        self.on("02")
        self.ok("log", "ann", "5m")
        self.assertEqual(self.entries(), 2)
        away = self.stick.rename(self.folder / "drawer")
        self.on("12")
        self.ok("log", "ann", "5m")
        self.assertFalse(self.stick.exists())
        self.assertIn("10 days old", self.age())
        away.rename(self.stick)
        self.ok("log", "ann", "5m")  # the same day: what was owed is made up for
        self.assertEqual(self.entries(), 4)
        self.assertIn("of today", self.age())
        listed = json.loads(self.ok("backup", "--list", "--format", "json"))["elsewhere"]
        self.assertEqual(listed, {"file": str(self.copy), "on": "2026-11-12"})

    def test_one_that_holds_more_is_kept(self) -> None:
        self.on("01")
        self.add_ann()
        ids = [json.loads(self.ok("log", "ann", "5m", "--format", "json"))["wrote"][0]["id"] for _ in range(3)]
        self.on("02")
        self.ok("log", "ann", "5m")
        self.on("03")
        for one in ids:
            self.ok("remove", one)
        self.assertEqual(sorted(os.listdir(self.stick)), ["rel-until-2026-11-03.db", "rel.db"])

    def test_a_damaged_copy_there_is_found(self) -> None:
        self.on("01")
        self.add_ann()
        data = bytearray(self.copy.read_bytes())
        data[data.index(b"Ann Lee")] ^= 1
        self.copy.write_bytes(data)
        self.assertEqual(self.run_rel("doctor").returncode, 4)

    def test_forgetting_reaches_it(self) -> None:
        self.on("01")
        self.add_ann()
        self.ok("forget", "ann", "--yes")
        self.assertNotIn(b"Ann Lee", self.copy.read_bytes())


class Bound(harness.ProgramTest):
    """The history is let go where it is too large, once a day."""

    def test_undo_reaches_back_as_far_as_there_is_room(self) -> None:
        config = self.home / ".config/rel/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text("history_mib = 1\n")
        self.add_ann()
        note = "x" * 100_000
        for _ in range(15):
            self.ok("log", "ann", "5m", "-m", "-", input=note, stdin=None)
        self.env["REL_NOW"] = "2026-11-22T09:00"
        self.ok("log", "ann", "5m")
        listed = self.ok("undo", "--list")
        self.assertIn("can be undone: older history was let go", " ".join(listed.split()))
        self.ok("doctor")
        undone = 0
        while self.run_rel("undo").returncode == 0:
            undone += 1
        self.assertLess(undone, 12)
        self.assertGreater(undone, 8)
        self.ok("doctor")
        self.assertEqual(len(self.contacts()), 16 - undone)


if __name__ == "__main__":
    harness.main()
