#!/usr/bin/env python3
"""Reading changes nothing and makes nothing; what is made is for its owner only."""

import os
import stat

import harness

READS = [("due",), ("due", "ann", "--explain"), ("due", "--days", "30"), ("due", "--format", "json"), ("list",),
         ("show", "ann"), ("show", "ann", "--format", "tsv"), ("due", "--as-of", "2026-06-01"), ("undo", "--list"),
         ("due", "-n", "1"), ("help",), ("--version",), ("log", "--help"), ("prep",), ("prep", "ann"), ("health",),
         ("health", "ann"), ("health", "--format", "json"), ("review",), ("review", "--period", "year"),
         ("find", "ann"), ("list", "--duplicates"), ("list", "--stale"), ("export", "--to", "json"),
         ("config",), ("backup", "--list"), ("__complete", "people"),
         ("help", "--all")]


class Reading(harness.ProgramTest):
    def everything(self) -> dict[str, tuple]:
        """All files of the home folder with their bytes and metadata, but for the time of the last access."""
        seen = {}
        for path in sorted([self.home, *self.home.rglob("*")]):
            info = path.lstat()
            bytes_ = path.read_bytes() if stat.S_ISREG(info.st_mode) else b""
            seen[str(path)] = (bytes_, info.st_mode, info.st_ino, info.st_uid, info.st_gid, info.st_nlink,
                               info.st_mtime_ns, info.st_ctime_ns)
        return seen

    def test_reads_touch_nothing(self) -> None:
        self.add_ann()
        self.ok("log", "ann", "5m")
        before = self.everything()
        for command in READS:
            self.ok(*command)
            self.assertEqual(self.everything(), before, command)

    def test_refused_writes_touch_nothing(self) -> None:
        self.add_ann()
        before = self.everything()
        for command in (("log", "nobody", "5m"), ("log", "ann", "2199-01-01"), ("remove", "9zzz"), ("redo",)):
            self.assertNotEqual(self.run_rel(*command).returncode, 0)
            self.assertEqual(self.everything(), before, command)

    def test_where_there_is_no_file_none_is_made(self) -> None:
        before = self.everything()
        for command in (("due",), ("due", "--format", "json"), ("list",), ("--version",)):
            self.ok(*command)
        for command in (("show", "ann"), ("due", "ann"), ("log", "ann"), ("edit", "ann", "--tier", "1")):
            self.assert_refused(self.run_rel(*command), 3)
        for command in (("undo",), ("redo",), ("undo", "--list")):
            self.assert_refused(self.run_rel(*command), 4)
        self.assertEqual(self.everything(), before)

    def test_a_file_that_may_only_be_read_is_read(self) -> None:
        self.add_ann()
        expected = self.ok("due")
        folders = (self.db.parent / "backups", self.db.parent, self.home / ".local/share", self.home / ".local", self.home)
        self.db.chmod(0o444)
        for folder in folders:
            folder.chmod(0o555)
        before = self.everything()
        try:
            self.assertEqual(self.ok("due", as_nobody=True), expected)
            for command in READS:
                self.ok(*command, as_nobody=True)
            done = self.run_rel("log", "ann", "5m", as_nobody=True)
            self.assert_refused(done, 5)
            self.assertEqual(self.everything(), before)
        finally:
            for folder in folders:
                folder.chmod(0o755)

    def test_a_file_that_may_not_be_read_is_an_error_not_nobody(self) -> None:
        self.add_ann()
        before = self.db.read_bytes()
        for folder in (self.home, self.home / ".local", self.home / ".local/share", self.db.parent):
            folder.chmod(0o755)
        for hidden, mode in ((self.db, 0o000), (self.db.parent, 0o700 if os.geteuid() == 0 else 0o000)):
            open_mode = hidden.stat().st_mode
            hidden.chmod(mode)
            for command in (("due",), ("log", "ann", "5m"), ("add", "Bo")):
                self.assert_refused(self.run_rel(*command, as_nobody=True), 5)
            hidden.chmod(open_mode)
        self.assertEqual(self.db.read_bytes(), before)

    def test_what_is_made_is_for_its_owner_only(self) -> None:
        for mask in ("000", "022", "077"):
            made = self.shell(f"umask {mask}; $REL --db {self.home}/{mask}/share/rel/rel.db add Ann")
            self.assertEqual((made.returncode, made.stderr), (0, ""))
            for path in (self.home / mask, *(self.home / mask).rglob("*")):
                expected = 0o600 if path.is_file() else 0o700
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), expected, path)


if __name__ == "__main__":
    harness.main()
