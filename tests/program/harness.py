"""What tests of the built program are written with: a fresh folder, the program in it, and what must hold of a run.

A module of tests ends with main(), and runs as `MODULE.py --rel BINARY [--soak] [unittest's own arguments]`.
"""

import argparse
import fcntl
import json
import os
import pty
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
from pathlib import Path

NOW = "2026-11-21T09:00"
NOBODY = 65534
MEMORY = Path("/dev/shm")  # where it is there: tests sync thousands of files

binary = Path()
soak = False  # whether to take all the time it needs


class ProgramTest(unittest.TestCase):
    """A test with the program and a data file of its own in a fresh folder, which stays where the test fails."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rel-program-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
        self.folder.chmod(0o755)  # for whoever the tests run the program as
        self.rel = self.folder / "bin" / "rel"
        self.rel.parent.mkdir()
        shutil.copy(binary, self.rel)
        self.home = self.folder / "home"
        self.home.mkdir(mode=0o700)
        self.db = self.home / ".local/share/rel/rel.db"
        self.env = {"HOME": str(self.home), "PATH": os.environ["PATH"], "TZ": "Europe/Berlin", "REL_NOW": NOW}

    def tearDown(self) -> None:
        results = self._outcome.result
        if any(test is self for test, _ in results.failures + results.errors):
            print(f"the folder is left at {self.folder}", file=sys.stderr)
        else:
            shutil.rmtree(self.folder)

    def run_rel(self, *args: str, as_nobody: bool = False, **options) -> subprocess.CompletedProcess:
        """Runs the program; the result has out and err as text."""
        prefix = []
        if as_nobody and os.geteuid() == 0:
            prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        options = {"env": self.env, "stdin": subprocess.DEVNULL, "timeout": 60, **options}
        return subprocess.run([*prefix, self.rel, *args], capture_output=True, text=True, **options)

    def ok(self, *args: str, **options) -> str:
        """Runs the program, which must succeed and say nothing on standard error; what it printed."""
        done = self.run_rel(*args, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""), args)
        return done.stdout

    def at_terminal(self, *args: str, rows: int = 50, **env: str) -> str:
        """Runs the program, which must succeed, at a terminal of 80 columns; what that is given."""
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
            os.execve(self.rel, [str(self.rel), *args], self.env | {"TERM": "xterm"} | env)
        shown = b""
        try:
            while chunk := os.read(terminal, 65536):
                shown += chunk
        except OSError:  # the end of a terminal
            pass
        os.close(terminal)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        return shown.decode().replace("\r\n", "\n")

    def shell(self, script: str, **options) -> subprocess.CompletedProcess:
        """Runs a bash script in which $REL is the program."""
        options = {"stdin": subprocess.DEVNULL, "timeout": 60, **options}
        env = {**self.env, "REL": str(self.rel)}
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, **options)

    def add_ann(self) -> None:
        """Makes the file, with Ann in it, who has been due for a long time."""
        self.ok("add", "Ann Lee", "--tier", "1", "--last", "2026-01-05")

    def contacts(self) -> set[str]:
        """The ids of everything that was logged with Ann."""
        return {entry["id"] for entry in json.loads(self.ok("show", "ann", "--format", "json"))["entries"]}

    def assert_refused(self, done: subprocess.CompletedProcess, code: int) -> None:
        """An error is one line and at most one that says what to try, and nothing on standard output."""
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertRegex(done.stderr, r"\Arel: [^\n]+\n(try: [^\n]+\n)?\Z")

    def assert_whole(self) -> None:
        """SQLite itself finds nothing wrong with the file."""
        database = sqlite3.connect(self.db)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        database.close()

    def assert_sound(self) -> None:
        """The file is whole, and nothing but its backups is left beside it."""
        self.assert_whole()
        self.assertEqual(sorted(os.listdir(self.db.parent)), ["backups", self.db.name])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rel", type=Path, required=True, help="the program")
    parser.add_argument("--soak", action="store_true", help="test at length, instead of a part that takes a minute")
    options, others = parser.parse_known_args()
    sys.modules["harness"].binary = options.rel.absolute()
    sys.modules["harness"].soak = options.soak
    unittest.main(argv=[sys.argv[0], *others])
