#!/usr/bin/env python3
"""Whatever stands where the data file should be: said in one line, left as it is, and never waited for."""

import os
import socket
import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path

import harness

COMMANDS = [("due",), ("list",), ("show", "ann"), ("log", "ann", "5m"), ("add", "Bo"), ("note", "ann", "x"), ("undo",),
            ("redo",), ("undo", "--list")]
SECONDS = 2.0
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20


class FileStates(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.add_ann()
        self.ok("log", "ann", "5m")
        self.whole = self.db.read_bytes()

    def state(self) -> tuple:
        """What stands there, and all names beside it."""
        info = self.db.lstat()
        bytes_ = self.db.read_bytes() if stat.S_ISREG(info.st_mode) else b""
        return bytes_, info.st_mode, info.st_ino, info.st_mtime_ns, sorted(os.listdir(self.db.parent))

    def assert_all_refuse(self, *parts: str) -> None:
        """Every command ends with 4 in time, says all of these, and leaves everything as it was."""
        before = self.state()
        for command in COMMANDS:
            with self.subTest(command=command):
                began = time.monotonic()
                done = self.run_rel(*command, timeout=20)
                self.assertLess(time.monotonic() - began, SECONDS)
                self.assert_refused(done, 4)
                for part in parts:
                    self.assertIn(part, done.stderr)
                self.assertEqual(self.state(), before)

    def put(self, bytes_: bytes) -> None:
        self.db.write_bytes(bytes_)

    def put_instead(self, make: Callable[[Path], object]) -> None:
        self.db.unlink()
        make(self.db)

    def change(self, sql: str) -> None:
        database = sqlite3.connect(self.db, isolation_level=None)
        database.executescript(sql)
        database.close()

    def test_zero_bytes(self) -> None:
        self.put(b"")
        self.assert_all_refuse("0 bytes", "try: ")

    def test_cut_off(self) -> None:
        for size in (len(self.whole) // 2, len(self.whole) - 4096, len(self.whole) - 1, 4096, 4095, 100):
            with self.subTest(size=size):
                self.put(self.whole[:size])
                self.assert_all_refuse("rel.db")

    def test_header_broken(self) -> None:
        for place in (0, 15, 16, 19, 21, 47, 68):  # of fields that are looked at whenever the file is opened
            with self.subTest(place=place):
                self.put(self.whole[:place] + bytes([self.whole[place] ^ 0x55]) + self.whole[place + 1 :])
                self.assert_all_refuse("rel.db")

    def test_a_text(self) -> None:
        self.put(b"a shopping list\n" * 100)
        self.assert_all_refuse("not a rel file", "try: ")

    def test_a_picture(self) -> None:
        self.put(PNG)
        self.assert_all_refuse("not a rel file")

    def test_a_database_of_another_program(self) -> None:
        self.put_instead(lambda path: self.change("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT)"))
        self.assert_all_refuse("of another program")

    def test_a_newer_file(self) -> None:
        known = int.from_bytes(self.whole[60:64], "big")
        self.change("PRAGMA user_version = 47")
        self.assert_all_refuse("newer", "47", f"knows {known})", "unharmed")

    def test_tables_that_are_not_ours(self) -> None:
        for sql in (
            "CREATE TRIGGER t AFTER INSERT ON contacts BEGIN DELETE FROM people; END",
            "CREATE VIEW v AS SELECT * FROM people",
            "CREATE INDEX i ON people (name)",
            "CREATE TABLE more (x)",
            "CREATE VIRTUAL TABLE f USING fts5(x)",
            "ALTER TABLE contacts ADD COLUMN twice INT AS (minutes * 2)",
            "DROP INDEX sums_of",
            "PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 0 AND 3', 'IN (WITH"
            " RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r)') WHERE name = 'people'",
        ):
            with self.subTest(sql=sql):
                self.put(self.whole)
                self.change(sql)
                self.assert_all_refuse("rel.db")

    def test_a_folder(self) -> None:
        self.put_instead(Path.mkdir)
        self.assert_all_refuse("is a folder")

    def test_a_pipe(self) -> None:
        self.put_instead(os.mkfifo)
        self.assert_all_refuse("not a regular file")

    def test_a_socket(self) -> None:
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        self.put_instead(lambda path: listener.bind(str(path)))
        self.assert_all_refuse("not a regular file")

    def test_links_that_lead_nowhere(self) -> None:
        self.put_instead(lambda path: path.symlink_to("nowhere"))
        self.assert_all_refuse("rel.db")
        self.put_instead(lambda path: path.symlink_to(path.name))
        self.assert_all_refuse("rel.db")

    def test_a_link_to_what_is_no_file(self) -> None:
        for target in ("/dev/null", "/dev/zero", "/dev/full", "/"):
            with self.subTest(target=target):
                self.put_instead(lambda path: path.symlink_to(target))
                self.assert_all_refuse("rel.db")

    def test_devices(self) -> None:
        for device in ("/dev/null", "/dev/zero", "/dev/tty", "/dev/stdin"):
            for command in (("due",), ("log", "ann", "5m"), ("add", "Bo")):
                with self.subTest(device=device, command=command):
                    self.assert_refused(self.run_rel("--db", device, *command, timeout=SECONDS), 4)

    def test_a_name_that_sqlite_would_read_otherwise(self) -> None:
        for name in (":memory:", "file:x?mode=memory", "file:x", "a b'\"%41.db"):
            with self.subTest(name=name):
                self.ok("--db", name, "add", "Bo", cwd=self.folder)
                self.assertTrue((self.folder / name).is_file())
                self.assertIn("Bo", self.ok("--db", name, "list", cwd=self.folder))

    def test_a_path_through_a_file(self) -> None:
        for command in (("due",), ("add", "Bo")):
            self.assert_refused(self.run_rel("--db", f"{self.db}/rel.db", *command), 5)
        self.assertEqual(self.db.read_bytes(), self.whole)


if __name__ == "__main__":
    harness.main()
