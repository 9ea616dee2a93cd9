"""Runs the program with one file in the way that costs the least, and says what is wrong with a run."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

from hostile_files import NOW

CPU_SECONDS, WALL_SECONDS = 10, 120  # for one command


class Done(NamedTuple):
    code: int  # negative for a signal
    out: bytes
    err: bytes
    late: bool = False


def environment(home: Path, file: Path) -> dict[str, str]:
    """One in which no other program is found, and what a sanitizer reports ends with a code of its own."""
    return {"HOME": str(home), "REL_DB": str(file), "REL_NOW": NOW, "TZ": "Europe/Berlin",
            "PATH": "/nowhere", "TERM": "xterm", "NO_COLOR": "1", "EDITOR": "/bin/true",
            "ASAN_OPTIONS": "exitcode=99:detect_leaks=0", "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}


def cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def raw_control(shown: bytes) -> str:
    """The first thing that could steer a terminal; the program itself writes line feeds and tabs alone."""
    try:
        text = shown.decode()
    except UnicodeDecodeError as problem:
        return f"a byte that is no text: {shown[problem.start:problem.start + 1]!r}"
    for character in text:
        bidi = character in "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        if bidi or (unicodedata.category(character) == "Cc" and character not in "\n\t"):
            return f"a raw U+{ord(character):04X}"
    return ""


class Runner:
    """One folder with the file in it. A campaign does this a million times."""

    def __init__(self, rel: Path, folder: Path, cpu_limit: float = CPU_SECONDS) -> None:
        self.rel, self.folder, self.cpu_limit = rel, folder, cpu_limit
        self.runs = 0
        self.file = folder / "rel.db"
        self.out, self.err = str(folder / "stdout"), str(folder / "stderr")
        self.env = environment(folder, self.file)

    def write(self, data: bytes) -> None:
        self.file.unlink(missing_ok=True)
        descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(descriptor, data)
        os.close(descriptor)

    def spawn(self, args: list[str], out: list[tuple]) -> tuple[int, int]:
        self.runs += 1
        actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0), *out]
        process = os.posix_spawn(self.rel, [str(self.rel), *args], self.env, file_actions=actions)
        return process, os.pidfd_open(process)

    def wait(self, process: int, ended: int, terminal: int | None = None) -> tuple[int, bool, bytes]:
        """Its exit code, whether it had to be ended, and what came out at the terminal."""
        poll = select.poll()
        poll.register(ended, select.POLLIN)
        if terminal is not None:
            poll.register(terminal, select.POLLIN)
        until, late, shown = time.monotonic() + WALL_SECONDS, False, b""
        while True:
            ready = dict(poll.poll(self.cpu_limit * 1000))
            if terminal in ready:
                try:
                    shown += os.read(terminal, 65536)
                    continue
                except OSError:  # the end of a terminal
                    poll.unregister(terminal)
            if ended in ready:
                break
            if not ready and (cpu_seconds(process) > self.cpu_limit * 0.9 or time.monotonic() > until):
                late = True
                os.kill(process, signal.SIGKILL)
        os.close(ended)
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), late, shown

    def run(self, args: list[str]) -> Done:
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        process, ended = self.spawn(args, [(os.POSIX_SPAWN_OPEN, 1, self.out, write, 0o600),
                                           (os.POSIX_SPAWN_OPEN, 2, self.err, write, 0o600)])
        code, late, _ = self.wait(process, ended)
        return Done(code, Path(self.out).read_bytes(), Path(self.err).read_bytes(), late)

    def at_terminal(self, args: list[str]) -> Done:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
        modes = termios.tcgetattr(theirs)
        modes[1] &= ~termios.OPOST  # line feeds as they are written
        termios.tcsetattr(theirs, termios.TCSANOW, modes)
        process, ended = self.spawn(args, [(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_DUP2, theirs, 2)])
        os.close(theirs)
        code, late, shown = self.wait(process, ended, ours)
        os.close(ours)
        return Done(code, shown, b"", late)


def wrong_with(done: Done) -> str:
    if done.late:
        return "does not end"
    if done.code < 0:
        return f"ended by {signal.Signals(-done.code).name}"
    if done.code > 6 or b"runtime error:" in done.err or b"Sanitizer" in done.err:
        return f"exit {done.code}, {done.err[:300].decode(errors='replace')}"
    if done.code > 1 and not re.search(rb"^rel: [^\n]", done.err, re.MULTILINE):
        return f"exit {done.code} without an error"
    return ""
