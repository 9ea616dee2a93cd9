"""Every command that writes, ready to run in a small world, and faults put into its system calls by strace.

A run is judged by what the file holds afterwards: all of what the command does, or nothing of it.
"""

import collections
import dataclasses
import json
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import harness

# Whatever changes a file. A kill at any other call leaves what a kill at the next of these does.
CHANGING_CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "renameat2",
                  "link", "mkdir")
TABLES = ("people", "details", "dates", "contacts", "companions", "remarks", "promises", "snoozes", "reviews",
          "intentions")
SMALLEST_ID = 1 << 40
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NEW = "(new)"
# The first two are the run's ends; no kernel fails the others so, and the C library ends the program where futex does.
NEVER_FAIL = ("execve", "exit_group", "brk", "futex")
LOADER_ENDS = "F_GETFD"  # the program's first call; what comes before is the loader's
SETTINGS_UNREADABLE = 2
REFUSALS = (4, 5)
SAVED_BUT_NOT_SHOWN = 6
NEXT_DAY = "2026-11-22T09:00"

CSV = "who,on,time,channel,minutes,by,depth,note\nann-lee,2026-10-01,19:30,call,30,me,,walk\nbo,2026-10-02,,met,60,,,\n"
CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Eve Ray\nTEL:+4930123\nBDAY:1980-02-03\nEND:VCARD\n"


Damaged = sqlite3.DatabaseError


@dataclasses.dataclass(frozen=True)
class Case:
    """A command; `{…}` in it stands for an entry's id or a file of the world. `first` are run before it."""

    name: str
    args: tuple[str, ...]
    first: tuple[tuple[str, ...], ...] = ()
    now: str = harness.NOW
    stdin: str = ""
    no_file: bool = False
    harm: str = ""  # SQL that damages figures, which are looked at then, too


CASES = (
    Case("add", ("add", "Cy Coe", "--tier", "2", "--phone", "+49 30 5", "--birthday", "4-12")),
    Case("add to no file", ("add", "Ann"), no_file=True),
    Case("log", ("log", "ann", "call", "45m", "-m", "a walk", "--heard", "new job", "--promise", "a book by 2w")),
    Case("log with two", ("log", "ann,bo", "met", "1h")),
    Case("log on a new day", ("log", "ann", "5m"), now=NEXT_DAY),
    Case("note", ("note", "ann", "surgery", "--ask", "2w how did it go?")),
    Case("promise", ("promise", "bo", "the ladder", "--by", "2w")),
    Case("snooze", ("snooze", "ann", "2w", "--why", "travels")),
    Case("done", ("done", "{promise}")),
    Case("edit a person", ("edit", "ann", "--tier", "2", "--alias", "annie")),
    Case("edit an entry", ("edit", "{contact}", "20m")),
    Case("edit the circle", ("edit", "-"), stdin="high 10d 2026-11-01 ann-lee # Ann Lee\n"),
    Case("remove", ("remove", "{contact}")),
    Case("undo", ("undo",)),
    Case("redo", ("redo",), first=(("undo",),)),
    Case("undo an import", ("undo",), first=(("import", "{csv}"),)),
    Case("merge", ("merge", "ann", "bo")),
    Case("forget", ("forget", "bo", "--yes")),
    Case("import a table", ("import", "{csv}")),
    Case("import cards", ("import", "{cards}")),
    Case("import an archive", ("import", "{archive}"), no_file=True),
    Case("review", ("review", "--intend", "ann: a walk every week", "--done")),
    Case("restore", ("restore", "{copy}")),
    Case("restore to no file", ("restore", "{copy}"), no_file=True),
    Case("repair", ("doctor", "--repair"), harm="UPDATE sums SET touches = touches + 7"),
    Case("backup", ("backup",)),
    Case("backup to a file", ("backup", "{copy}")),
)


class World(harness.ProgramTest):
    """A circle of two with entries of every kind, and the file of each case as it is before the command."""

    cases = CASES
    tables = TABLES

    def setUp(self) -> None:
        super().setUp()
        self.names = {name: str(self.folder / name) for name in ("csv", "cards", "archive")}
        self.names["copy"] = str(self.home / "copy.db")
        self.ok("add", "Ann Lee", "--tier", "1", "--last", "2026-01-05", "--phone", "+49 30 1")
        self.ok("add", "Bo")
        self.ok("backup", self.names["copy"])
        for name, args in (("contact", ("log", "ann", "call", "45m", "2026-11-01")),
                           ("promise", ("promise", "ann", "a book"))):
            self.names[name] = json.loads(self.ok(*args, "--format", "json"))["wrote"][0]["id"]
        self.ok("log", "bo", "met", "1h")
        self.ok("export", "--to", "json", "-o", self.names["archive"])
        (self.folder / "csv").write_text(CSV)
        (self.folder / "cards").write_text(CARDS)
        self.base = self.folder / "base"
        self.template = self.folder / "template"
        shutil.copytree(self.home, self.base)

    def renew(self, template: Path) -> None:
        shutil.rmtree(self.home)
        shutil.copytree(template, self.home)

    def named(self, args: tuple[str, ...]) -> list[str]:
        """A command with the names of this world in it."""
        return [arg.format(**self.names) if arg.startswith("{") else arg for arg in args]

    def prepare(self, case: Case) -> None:
        """Makes the case's own file, and notes what it holds before and after the command."""
        self.renew(self.base)
        self.env["REL_NOW"] = harness.NOW
        for args in case.first:
            self.ok(*self.named(args))
        if case.no_file:
            shutil.rmtree(self.home / ".local")
        if case.harm:
            with sqlite3.connect(self.db) as database:
                database.execute(case.harm)
            database.close()
        self.tables = (*TABLES, "sums") if case.harm else TABLES
        shutil.rmtree(self.template, ignore_errors=True)
        shutil.copytree(self.home, self.template)
        self.env["REL_NOW"] = case.now
        self.args = self.named(case.args)
        (self.folder / "stdin").write_text(case.stdin)
        self.known: set | None = None
        self.before = self.state()
        self.known = {value for row in self.before for value in row}
        done = self.run_case()
        self.assertEqual((done.returncode, done.stderr), (0, ""), case.name)
        self.answer = done.stdout
        self.after = self.state()
        self.nothing_done = [self.before]
        self.copies_before = self.copies(self.template)

    def copies(self, home: Path) -> dict[str, bytes]:
        """The automatic copies, and what they hold; of those that `forget` goes through, only that they are there."""
        return {path.name: b"" if "forget" in self.args else path.read_bytes() for path in home.rglob("backups/*.db")}

    def case(self, name: str) -> Case:
        return next(case for case in self.cases if case.name == name)

    def untouched(self) -> bool:
        """Whether every file is still as it was before the command."""
        here, there = ({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
                       for folder in (self.home, self.template))
        return here == there

    def run_case(self, *injections: str) -> subprocess.CompletedProcess:
        """The command anew, with faults put into its calls."""
        if not self.untouched():
            self.renew(self.template)
        return self.traced("/dev/null", *injections)

    def traced(self, log: str, *injections: str, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
        faults = [part for injection in injections for part in ("-e", f"inject={injection}")]
        tracer = ["strace", "-f", "-qq", "-o", log, *options, *faults] if faults or log != "/dev/null" else []
        with open(self.folder / "stdin", encoding="utf-8") as stdin:
            return subprocess.run([*tracer, self.rel, *self.args], capture_output=True, text=True, env=self.env,
                                  stdin=stdin, timeout=60)

    def calls(self) -> tuple[collections.Counter, collections.Counter]:
        """How often the command makes each system call, and how many of them are made before it begins."""
        self.renew(self.template)
        log = self.folder / "calls"
        self.assertEqual(self.traced(str(log)).returncode, 0)
        lines = [line.split(maxsplit=1)[1] for line in log.read_text().splitlines()]
        begin = next(i for i, line in enumerate(lines) if LOADER_ENDS in line)
        names = [line.split("(")[0] for line in lines]
        made = collections.Counter(name for name in names if name.isidentifier() and name not in NEVER_FAIL)
        return made, collections.Counter(names[:begin])

    def state(self, file: Path | None = None) -> list[tuple]:
        """All that the user has in the file, and the commands that led there; ids made by a run are all one."""
        file = file or self.db
        if not file.exists():
            return []
        database = sqlite3.connect(file)
        try:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
            rows = [(table, *row) for table in self.tables for row in database.execute(f"SELECT * FROM {table}")]
            rows += database.execute("SELECT 'history', command, action FROM history").fetchall()
        finally:
            database.close()
        return sorted((tuple(map(self.known_or_new, row)) for row in rows), key=repr)

    def known_or_new(self, value):
        is_id = value > SMALLEST_ID if isinstance(value, int) else bool(UID.fullmatch(str(value)))
        return NEW if is_id and self.known is not None and value not in self.known else value

    def assert_one_of(self, state: list[tuple], states: list) -> None:
        """The file holds what it held at one of these moments."""
        if state not in states:
            wanted, there = map(collections.Counter, (states[0], state))
            self.fail(f"missing: {[*(wanted - there)]}; too much: {[*(there - wanted)]}")

    def assert_can_go_on(self) -> None:
        """A change is kept and taken back; nothing of the fault is left in the history or the sums."""
        there = self.state()
        self.ok("add", "Next One")
        self.ok("undo")
        rows = [row for row in self.state() if row[0] != "history"]
        self.assertEqual(rows, [row for row in there if row[0] != "history"])

    def check_failed(self, done: subprocess.CompletedProcess, pipe_closed: bool = False) -> None:
        """A run in which something failed: it did all and said so, or nothing and said why; and one can go on."""
        told = len(done.stdout) >= len(self.answer) * 0.8 or pipe_closed  # paths and ids in it vary in length
        if done.returncode == 0:
            self.assertTrue(told, "the answer is missing")
        elif done.returncode != SAVED_BUT_NOT_SHOWN:
            about_settings = "config.toml" in done.stderr
            self.assertIn(done.returncode, (SETTINGS_UNREADABLE,) if about_settings else REFUSALS)
            self.assertRegex(done.stderr, r"\Arel: [^\n]+\n(try: [^\n]+\n)?\Z")
            if done.returncode == 5 or "doctor" not in self.args:  # what it finds wrong is its answer
                self.assertEqual(done.stdout, "")
            if self.untouched():
                return
        self.assertLessEqual(self.copies_before.items(), self.copies(self.home).items(), "a copy is gone")
        kept = done.returncode in (0, SAVED_BUT_NOT_SHOWN)
        self.assert_one_of(self.state(), [self.after] if kept else [*self.nothing_done, self.after])
        self.assert_can_go_on()
