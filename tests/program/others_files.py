#!/usr/bin/env python3
"""Never another's file: what a command replaces, cleans, lets go or leaves behind is its own, and nothing else."""

import contextlib
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
import unittest
from pathlib import Path

import harness

SQLITES_ENDINGS = ("-journal", "-wal", "-shm")
traced = unittest.skipUnless(shutil.which("strace"), "strace is not installed")


class OthersFiles(harness.ProgramTest):
    """A circle with Ann in it."""

    def setUp(self) -> None:
        super().setUp()
        self.ok("add", "Ann Lee")
        self.ok("log", "ann", "20m", "-m", "a walk")

    def path(self, name: str) -> str:
        return str(self.folder / name)

    def circle(self, name: str, person: str) -> Path:
        """Another circle, with one person in it."""
        path = self.folder / name
        self.ok("--db", str(path), "add", person)
        return path

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in folder.iterdir())

    def assert_kept(self, path: Path, command: tuple[str, ...], code: int) -> str:
        """The command is refused and leaves the file as it is; what it says to try works, and is given back."""
        before = path.read_bytes() if path.exists() else None
        refused = self.run_rel(*command)
        self.assert_refused(refused, code)
        self.assertEqual(path.read_bytes() if path.exists() else None, before)
        way = refused.stderr.split("try: rel ", 1)[1].strip()
        self.ok(*way.split())
        return way


class Replacing(OthersFiles):
    def test_a_backup_replaces_no_other_circle(self) -> None:
        partner = self.circle("partner.db", "Only Here")
        way = self.assert_kept(partner, ("backup", str(partner)), 4)
        self.assertEqual(way, f"backup {self.path('partner-2.db')}")
        self.assertIn("Only Here", self.ok("--db", str(partner), "list"))

    def test_a_backup_replaces_its_own_older_copy_only_while_that_holds_no_more(self) -> None:
        copy = self.folder / "copy.db"
        self.ok("backup", str(copy))
        self.ok("log", "ann", "5m")
        self.ok("backup", str(copy))
        self.ok("--db", str(copy), "log", "ann", "1h", "-m", "only there")
        for _ in range(3):
            self.ok("log", "ann", "5m")
        self.assert_kept(copy, ("backup", str(copy)), 4)

    def test_an_export_replaces_no_database_and_no_settings(self) -> None:
        self.ok("backup")
        config = self.home / ".config/rel/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text("list_length = 4\n")
        other = self.folder / "other.db"
        with contextlib.closing(sqlite3.connect(other)) as database:
            database.execute("CREATE TABLE x (y)")
        [copy, *_] = sorted((self.db.parent / "backups").glob("*.db"))
        for path in (copy, self.circle("p2.db", "Only Here"), config, other):
            for command in (("export", "-o", str(path)), ("export", "--to", "ics", "-o", str(path))):
                with self.subTest(command):
                    self.assert_kept(path, command, 5)
        self.assert_refused(self.run_rel("export", "-o", str(self.db)), 5)
        self.ok("export", "-o", self.path("o.json"))
        self.ok("export", "-o", self.path("o.json"))

    def test_nothing_is_written_under_a_name_of_sqlites(self) -> None:
        for base in (self.db, self.folder / "new.db"):
            for ending in SQLITES_ENDINGS:
                path = base.with_name(base.name + ending)
                for command, code in (("backup {}", 4), ("export -o {}", 5), ("review --html {}", 5), ("demo {}", 2),
                                      ("--db {} add Bo", 2)):
                    with self.subTest(command, path=path):
                        self.assert_kept(path, tuple(command.format(path).split()), code)
                        self.assertFalse(path.exists())
                        for made in (base.with_name("rel-2.db"), self.folder / "new.db"):
                            made.unlink(missing_ok=True)

    def test_two_circles_of_one_name_and_one_stick(self) -> None:
        stick = self.folder / "stick"
        stick.mkdir()
        config = self.home / ".config/rel/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(f'backup_to = "{stick}"\n')
        (self.folder / "two").mkdir()
        two = str(self.folder / "two/rel.db")
        for day in ("22", "23", "24"):
            self.env["REL_NOW"] = f"2026-11-{day}T09:00"
            self.ok("log", "ann", "5m")
            self.ok("--db", two, "add", f"Person {day}")
        self.assertEqual(self.names(stick), ["rel-2.db", "rel.db"])
        self.assertIn("Ann Lee", self.ok("--db", str(stick / "rel.db"), "list"))
        self.assertIn("Person 24", self.ok("--db", str(stick / "rel-2.db"), "list"))


class Forgetting(OthersFiles):
    def test_a_circle_that_took_in_an_archive_of_ours_keeps_what_it_has(self) -> None:
        other = self.db.with_name("b.db")
        self.ok("export", "-o", self.path("a.json"))
        self.ok("--db", str(other), "import", self.path("a.json"))
        self.ok("--db", str(other), "log", "ann", "1h", "-m", "only in b")
        before = other.read_bytes()
        answer = json.loads(self.ok("forget", "ann", "--yes", "--format", "json"))
        self.assertEqual((answer["others"], other.read_bytes()), ([str(other)], before))
        self.assertIn("only in b", self.ok("--db", str(other), "find", "only in b"))

    def test_it_is_named_before_and_in_the_answer(self) -> None:
        other = self.db.with_name("work.db")
        shutil.copy(self.db, other)
        self.ok("--db", str(other), "log", "ann", "1h", "-m", "only in b")
        asked = subprocess.run(["script", "-qec", f"{self.rel} forget ann", "/dev/null"], env=self.env, input="n\n",
                               capture_output=True, text=True, timeout=60)
        self.assertIn("work.db", asked.stdout.replace("\r\n", ""))
        self.assertIn("work.db", self.ok("forget", "ann", "--yes").replace("\n", ""))

    def test_a_file_behind_a_link_is_looked_at_in_its_own_folder(self) -> None:
        drop = self.folder / "drop"
        data = self.folder / "data"
        for folder in (drop, data):
            folder.mkdir(mode=0o700)
        real = drop / "rel.db"
        self.ok("--db", str(real), "add", "Zyx Q")
        link = data / "rel.db"
        link.symlink_to(real)
        for copy in (drop / "rel (conflicted copy).db", data / "by-hand.db"):
            shutil.copy(real, copy)
        self.ok("--db", str(link), "backup")
        self.assertEqual(self.names(data), ["by-hand.db", "rel.db"])
        self.assertIn("conflicted copy", self.ok("--db", str(link), "doctor"))
        self.ok("--db", str(link), "forget", "zyx", "--yes")
        self.assertEqual([path for path in self.folder.rglob("*.db") if b"Zyx" in path.read_bytes()], [])

    def test_a_kept_draft_that_names_them_is_named(self) -> None:
        self.env["TMPDIR"] = str(self.folder)
        self.env["EDITOR"] = "false"
        self.assertEqual(self.run_rel("edit", "ann").returncode, 5)
        [draft] = self.folder.glob("rel-*/*.txt")
        self.assertEqual(json.loads(self.ok("forget", "ann", "--yes", "--format", "json"))["drafts"], [str(draft)])
        self.ok("add", "Bo Berg")
        self.assertEqual(json.loads(self.ok("forget", "bo", "--yes", "--format", "json"))["drafts"], [])


class Copies(OthersFiles):
    def test_a_clock_that_was_ahead(self) -> None:
        for day in (*range(1, 30, 7), *range(20, 31)):
            self.env["REL_NOW"] = f"2099-06-{day:02}T09:00"
            self.ok("log", "ann", "5m")
        self.env["REL_NOW"] = "2026-11-30T09:00"
        made = json.loads(self.ok("backup", "--format", "json"))["wrote"][0]["file"]
        self.assertTrue(Path(made).exists())
        self.ok("log", "ann", "5m")
        self.assertIn(made, [one["file"] for one in json.loads(self.ok("backup", "--list", "--format", "json"))["backups"]])

    @traced
    def test_the_file_is_held_only_while_its_pages_are_read(self) -> None:
        log = self.folder / "calls"
        done = self.shell(f"strace -f -qq -y -e trace=fcntl,fsync,fdatasync -o {log} $REL backup")
        if "ptrace" in done.stderr.lower():
            self.skipTest("strace may not trace here")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        held, synced = False, 0
        for line in log.read_text().splitlines():
            if f"<{self.db}>" in line and "F_SETLK" in line:
                held = "F_UNLCK" not in line if "l_len=510" in line or "l_len=0" in line else held
            elif re.search(r"f(data)?sync\(\d+<[^>]*/backups/[^>]*\.new-", line):
                synced += 1
                self.assertFalse(held, "the copy is waited for while nobody can write to the file")
        self.assertGreater(synced, 0)

    def test_doctor_beside_commands_that_make_copies_and_let_them_go(self) -> None:
        done = threading.Event()

        def copies() -> None:
            while not done.is_set():
                self.run_rel("backup")

        threads = [threading.Thread(target=copies) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            for _ in range(60 if harness.soak else 15):
                for command in (("doctor", "-q"), ("backup", "--list", "--format", "json")):
                    looked = self.run_rel(*command)
                    self.assertEqual((looked.returncode, looked.stderr), (0, ""), looked.stdout)
                    self.assertNotIn("warning", looked.stdout)
                    self.assertNotIn("false", looked.stdout)
        finally:
            done.set()
            for thread in threads:
                thread.join()


@traced
class Interrupted(OthersFiles):
    WRITING = ("export -o {}/o.json", "export --to csv -o {}/tables/", "review --html {}/o.html", "demo {}/play.db",
               "import --dry-run --tier 1 {}/../ann.vcf")

    def stop(self, command: str, how: str) -> subprocess.CompletedProcess:
        """Runs a command that a signal meets at its first fsync."""
        return self.shell(f"exec strace -f -qq -o /dev/null -e inject=fsync:signal={how}:when=1 $REL {command}")

    def test_nothing_is_left_of_what_is_interrupted(self) -> None:
        out = self.folder / "out"
        out.mkdir()
        self.env["TMPDIR"] = str(out)
        (self.folder / "ann.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Kern\nEND:VCARD\n")
        for how in ("INT", "TERM", "HUP"):
            for command in self.WRITING:
                with self.subTest(command, how=how):
                    done = self.stop(command.format(out) + (f" --db {out}/none.db" if "dry" in command else ""), how)
                    number = getattr(signal, "SIG" + how)
                    self.assertIn(done.returncode, (-number, 128 + number), done.stderr)
                    (out / "tables").rmdir() if (out / "tables").exists() else None
                    self.assertEqual(self.names(out), [])

    def test_what_a_kill_left_is_swept_by_the_next_one_in_that_folder(self) -> None:
        out = self.folder / "out"
        out.mkdir()
        mine = out / "notes.new-abcdef"
        mine.write_text("mine")
        self.stop(f"export -o {out}/monday.json", "KILL")
        self.assertEqual(len(self.names(out)), 2)
        self.ok("review", "--html", f"{out}/page.html")
        self.assertEqual(self.names(out), ["notes.new-abcdef", "page.html"])


if __name__ == "__main__":
    harness.main()
