#!/usr/bin/env python3
"""Forget, backup and restore: killed at any call that writes, on a full disk, in a read-only folder, beside others."""

import json
import shutil
import signal
import sqlite3
import stat
import sys
import threading
import unittest
from pathlib import Path

import harness
import injection

# There are hundreds of page writes, one like the other: every so many of them, and each with --soak.
STRIDE = {"pwrite64": 9}
TRACES = ("Änne Ångström", "anne angstrom", "Bärchen", "barchen", "+49 30 7777", "anne@x.y", "secret-note",
          "secret-remark", "secret-promise", "secret-purpose", "anne-angstrom")


def backups(db: Path) -> list[Path]:
    return sorted((db.parent / "backups").glob("rel-*.db"))


class Safety(harness.ProgramTest):
    """A circle of two, and a copy from before the last entry."""

    def setUp(self) -> None:
        super().setUp()
        self.env["REL_NOW"] = "2026-11-20T09:00"
        self.ok("add", "Änne Ångström", "--tier", "1", "--alias", "Bärchen", "--phone", "+49 30 7777", "--email",
                "anne@x.y", "--purpose", "secret-purpose")
        self.ok("add", "Bo Berg")
        self.ok("log", "anne", "call", "45m", "-m", "secret-note", "--heard", "secret-remark", "--promise",
                "secret-promise")
        self.ok("log", "anne,bo", "met", "1h")
        self.copy = self.folder / "copy.db"
        self.ok("backup", str(self.copy))
        self.env["REL_NOW"] = "2026-11-21T09:00"
        self.ok("log", "bo", "5m")
        self.template = self.folder / "template"
        shutil.copytree(self.db.parent, self.template)

    def renew(self) -> None:
        shutil.rmtree(self.db.parent)
        shutil.copytree(self.template, self.db.parent)

    def entries(self, who: str) -> list[dict]:
        return json.loads(self.ok("show", who, "--format", "json"))["entries"]

    def traces(self) -> list[tuple[str, str]]:
        files = [path for path in self.db.parent.rglob("*") if path.is_file()]
        return [(path.name, trace) for path in files for trace in TRACES if trace.encode() in path.read_bytes()]

    def kills(self, command: str, check) -> int:
        """Runs `command` anew for each call that changes something, killed there; `check(done)` looks at what is left."""
        kills = 0
        for call in injection.CHANGING_CALLS:
            for nth in range(1, 5000, 1 if harness.soak else STRIDE.get(call, 1)):
                self.renew()
                done = self.shell(f"exec strace -f -qq -o /dev/null -e inject={call}:signal=KILL:when={nth} {command}")
                if done.returncode == 0:
                    break
                self.assertIn(done.returncode, (-signal.SIGKILL, 128 + signal.SIGKILL), done.stderr)
                kills += 1
                with self.subTest(call=call, nth=nth):
                    self.assert_whole()
                    check(done)
        print(f"{command}: {kills} kills", file=sys.stderr)
        self.assertGreater(kills, 20)
        return kills


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class Kills(Safety):
    def test_forget_is_all_or_nothing(self) -> None:
        before = self.entries("anne")
        ends = set()

        def check(done) -> None:
            shown = self.run_rel("show", "anne", "--format", "json")
            ends.add(shown.returncode)
            if shown.returncode == 0:
                self.assertEqual(done.stdout, "")  # nothing was acknowledged
                self.assertEqual(json.loads(shown.stdout)["entries"], before)
                self.ok("forget", "anne", "--yes")
            else:
                self.assertEqual(shown.returncode, 3)
                self.ok("log", "bo", "5m")  # finishes what was begun
            self.assertEqual(self.traces(), [])
            self.assert_sound()

        self.kills("$REL forget anne --yes", check)
        self.assertEqual(ends, {0, 3})

    def test_restore_is_all_or_nothing(self) -> None:
        now = self.entries("bo")
        self.ok("restore", str(self.copy))
        then = self.entries("bo")
        self.assertEqual((len(then), len(now)), (1, 2))
        ends = []

        def check(done) -> None:
            there = self.entries("bo")
            ends.append(len(there))
            self.assertIn(there, (now, then))
            if done.stdout or there == then:
                self.assertEqual(there, then)
                self.ok("restore", backups(self.db)[-1].name)
                self.assertEqual(self.entries("bo"), now)
            self.ok("restore", str(self.copy))
            self.assert_sound()

        self.kills(f"$REL restore {self.copy}", check)
        self.assertEqual(set(ends), {1, 2})

    def test_restore_where_there_is_no_file_is_all_or_nothing(self) -> None:
        (self.template / "rel.db").unlink()

        def check(done) -> None:
            if self.db.exists():
                self.assertEqual(len(self.entries("bo")), 1)
            else:
                self.ok("restore", str(self.copy))
            self.ok("log", "bo", "5m")
            self.assert_sound()

        self.assert_whole = lambda: None  # there may be no file
        self.kills(f"$REL restore {self.copy}", check)

    def test_a_backup_is_a_whole_one_or_none(self) -> None:
        known = len(backups(self.db))

        def check(done) -> None:
            for path in backups(self.db):
                self.assertEqual(sqlite3.connect(path).execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            listed = json.loads(self.ok("backup", "--list", "--format", "json"))["backups"]
            self.assertTrue(all(copy["verified"] for copy in listed))
            self.assertGreaterEqual(len(listed), known)
            self.ok("backup")
            self.assertEqual([p.name for p in (self.db.parent / "backups").iterdir() if ".new-" in p.name], [])

        self.kills("$REL backup", check)

    def test_a_copy_over_an_older_one_is_the_older_or_the_new_one(self) -> None:
        older = self.copy.read_bytes()

        def check(done) -> None:
            entries = sqlite3.connect(self.copy).execute("SELECT count(*) FROM contacts").fetchone()[0]
            self.assertIn(entries, (2, 3))
            self.assertEqual(self.run_rel("restore", str(self.copy)).returncode, 0)
            self.copy.write_bytes(older)
            self.renew()
            self.ok("backup", str(self.copy))  # also sweeps away what the kill left
            self.assertEqual([p.name for p in self.folder.iterdir() if ".new-" in p.name], [])
            self.copy.write_bytes(older)

        self.kills(f"$REL backup {self.copy}", check)


class World(Safety):
    def test_the_test_sees_the_traces(self) -> None:
        self.assertEqual({trace for _, trace in self.traces()}, set(TRACES))

    def test_forget_leaves_no_trace_in_the_folder(self) -> None:
        shutil.copy(self.db, self.db.with_name("rel (conflict).db"))
        (self.db.parent / "rel.db.new-abcdef").write_bytes(self.db.read_bytes())
        self.ok("forget", "bärchen", "--yes")
        self.assertEqual(self.traces(), [])
        self.assertEqual(self.run_rel("undo").returncode, 1)
        self.assertEqual([entry["others"] for entry in self.entries("bo")], [1, 0])

    def test_modes_under_umask_000(self) -> None:
        for command in ("$REL backup", f"$REL backup {self.folder}/new.db", f"$REL restore {self.copy}",
                        "$REL forget anne --yes", f"rm {self.db}; $REL restore {self.copy}"):
            done = self.shell(f"umask 000; {command}")
            self.assertEqual(done.returncode, 0, done.stderr)
            files = [p for p in self.db.parent.rglob("*") if p.is_file()] + [self.folder / "new.db"]
            for path in files:
                if path.exists():
                    self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
            self.assertEqual(stat.S_IMODE((self.db.parent / "backups").stat().st_mode), 0o700)

    def test_a_full_disk_changes_nothing(self) -> None:
        # A limit on the size of files, as a disk that is full: the file is larger already.
        for command in (f"$REL backup {self.folder}/new.db", "$REL backup", f"$REL restore {self.copy}",
                        "$REL forget anne --yes"):
            self.renew()
            before = {path: path.read_bytes() for path in [self.db, *backups(self.db)]}
            done = self.shell(f"trap '' XFSZ; ulimit -f 60; {command}")
            self.assertEqual(done.returncode, 5, (command, done.stderr))
            self.assertEqual(done.stdout, "")
            self.assertEqual(self.db.read_bytes(), before[self.db])
            self.assertFalse((self.folder / "new.db").exists())
            self.assertEqual(self.entries("anne")[0]["note"], "secret-note")
            self.assert_sound()

    def test_a_read_only_folder_is_said_and_a_write_goes_on(self) -> None:
        shutil.rmtree(self.db.parent / "backups")
        (self.db.parent / "backups").write_bytes(b"in the way")
        done = self.run_rel("log", "bo", "5m")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"\Arel: no backup was made: [^\n]+\n\Z")
        self.assert_refused(self.run_rel("backup"), 5)
        self.assert_refused(self.run_rel("restore", str(self.copy)), 5)
        self.assertEqual(len(self.entries("bo")), 3)
        nobody = self.run_rel("backup", "/proc/new.db")
        self.assert_refused(nobody, 5)

    def test_the_first_write_of_a_day_makes_a_copy_and_reading_none(self) -> None:
        for day, copies in (("22", 2), ("23", 3)):
            self.env["REL_NOW"] = f"2026-11-{day}T09:00"
            for _ in range(3):
                self.ok("due")
            self.assertEqual(len(backups(self.db)), copies)
            for _ in range(3):
                self.ok("log", "bo", "5m")
            self.assertEqual(len(backups(self.db)), copies + 1)


class AtOnce(Safety):
    def test_nothing_that_was_acknowledged_is_lost_beside_restores_and_backups(self) -> None:
        acknowledged: list[str] = []
        failures: list[str] = []
        done = threading.Event()

        def log() -> None:
            while not done.is_set():
                run = self.run_rel("log", "bo", "5m", "--format", "json")
                if run.returncode or run.stderr:
                    failures.append(run.stderr)
                else:
                    acknowledged.append(json.loads(run.stdout)["wrote"][0]["id"])

        threads = [threading.Thread(target=log) for _ in range(4)]
        for thread in threads:
            thread.start()
        found = set()
        try:
            for _ in range(4):
                self.ok("backup")
                kept = json.loads(self.ok("restore", str(self.copy), "--format", "json"))["kept"]
                shown = json.loads(self.ok("--db", kept, "show", "bo", "--format", "json"))
                found |= {entry["id"] for entry in shown["entries"]}
        finally:
            done.set()
            for thread in threads:
                thread.join()
        found |= {entry["id"] for entry in self.entries("bo")}
        self.assertEqual(failures, [])
        self.assertGreater(len(acknowledged), 4)
        self.assertLessEqual(set(acknowledged), found)
        self.assert_sound()


if __name__ == "__main__":
    harness.main()
