#!/usr/bin/env python3
"""Crashes: the program is killed at any moment, or a journal is left; nothing that was acknowledged is lost.

kills.py kills every command at its system calls.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import harness

KILLS = 200

# Ends amid a transaction, after some of its pages have reached the file.
CRASH = """
import os, signal, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 1")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE contacts SET note = hex(zeroblob(4000))")
database.execute("UPDATE people SET name = 'half written'")
os.kill(os.getpid(), signal.SIGKILL)
"""


class Kills(harness.ProgramTest):
    def kill_amid(self, seconds: float) -> str | None:
        """Logs, and kills it after so long; the id where it was acknowledged."""
        logging = subprocess.Popen([self.rel, "log", "ann", "5m", "--format", "json"], env=self.env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(seconds)
        logging.kill()
        out, err = logging.communicate()
        self.assertEqual(err, "")
        return json.loads(out)["wrote"][0]["id"] if out else None

    def seconds_of_a_log(self) -> float:
        began = time.monotonic()
        for _ in range(10):
            self.ok("log", "ann", "5m")
        return (time.monotonic() - began) / 10

    def test_no_acknowledged_entry_is_lost(self) -> None:
        self.add_ann()
        whole = self.seconds_of_a_log()
        known = self.contacts()
        chance = random.Random(4)
        acknowledged = journals = 0
        for kill in range(KILLS):
            entry = self.kill_amid(chance.uniform(0, 1.5 * whole))
            journals += os.path.exists(f"{self.db}-journal")
            known |= {entry} - {None}
            acknowledged += entry is not None
            if kill % 10 == 0:
                self.ok("due")
                self.ok("list")
                self.ok("undo", "--list")
                self.assertLessEqual(known, self.contacts())
        print(f"{KILLS} kills: {acknowledged} after the answer, {journals} left a journal", file=sys.stderr)
        there = self.contacts()
        self.assertLessEqual(known, there)
        self.assertLessEqual(len(there), 10 + KILLS)
        self.assertGreater(acknowledged, 0)
        self.assertLess(acknowledged, KILLS)
        self.ok("undo")
        self.ok("redo")
        self.assertEqual(self.contacts(), there)
        self.assert_sound()

    def test_a_kill_while_the_file_is_made_leaves_none_or_a_whole_one(self) -> None:
        chance = random.Random(5)
        for _ in range(20):
            adding = subprocess.Popen([self.rel, "add", "Ann"], env=self.env, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 0.008))
            adding.kill()
            adding.wait()
            self.ok("due")
            self.ok("add", "Bo")
            self.db.unlink()


class Journals(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.add_ann()
        for _ in range(10):
            self.ok("log", "ann", "5m")
        self.journal = self.db.with_name("rel.db-journal")
        self.before = self.db.read_bytes()
        self.seen = self.ok("show", "ann")

    def crash(self) -> None:
        crashed = subprocess.run([sys.executable, "-c", CRASH, self.db])
        self.assertEqual(crashed.returncode, -signal.SIGKILL)
        self.assertTrue(self.journal.exists())
        self.assertNotEqual(self.db.read_bytes(), self.before)

    def test_the_next_read_rolls_it_back(self) -> None:
        for command in (("due",), ("show", "ann"), ("list",), ("undo", "--list")):
            self.crash()
            self.ok(*command)
            self.assertEqual(self.db.read_bytes(), self.before)
            self.assert_sound()
        self.assertEqual(self.ok("show", "ann"), self.seen)

    def test_the_next_write_rolls_it_back(self) -> None:
        self.crash()
        self.ok("log", "ann", "5m")
        self.assertNotIn("half written", self.ok("list"))
        self.ok("undo")
        self.assertEqual(self.ok("show", "ann"), self.seen)
        self.assert_sound()

    def test_a_read_through_a_link_rolls_it_back(self) -> None:
        link = self.folder / "link.db"
        link.symlink_to(self.db)
        self.crash()
        self.assertEqual(self.ok("--db", str(link), "show", "ann"), self.seen)
        self.assert_sound()

    def test_where_it_may_not_be_rolled_back_the_file_is_refused_and_left(self) -> None:
        self.crash()
        for path in (self.home, self.home / ".local", self.home / ".local/share", self.db.parent):
            path.chmod(0o555)
        self.db.chmod(0o444)
        self.journal.chmod(0o444)
        half = self.db.read_bytes(), self.journal.read_bytes()
        done = self.run_rel("due", as_nobody=True)
        for path in (self.db.parent, self.home / ".local/share", self.home / ".local", self.home):
            path.chmod(0o755)
        self.assert_refused(done, 4)
        self.assertIn("try: ", done.stderr)
        self.assertEqual((self.db.read_bytes(), self.journal.read_bytes()), half)
        self.ok("due")
        self.assertEqual(self.db.read_bytes(), self.before)

    def test_a_journal_that_says_nothing_is_in_nobodys_way(self) -> None:
        for bytes_ in (b"", bytes(512), b"no journal at all"):
            self.journal.write_bytes(bytes_)
            self.assertEqual(self.ok("show", "ann"), self.seen)
            self.assertEqual(self.db.read_bytes(), self.before)
            self.journal.unlink(missing_ok=True)

    def test_a_reader_does_not_wait_for_a_writer_who_has_not_finished(self) -> None:
        writer = sqlite3.connect(self.db, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE people SET name = 'not yet'")
        self.assertEqual(self.ok("show", "ann", timeout=2), self.seen)
        writer.execute("ROLLBACK")
        writer.close()


if __name__ == "__main__":
    harness.main()
