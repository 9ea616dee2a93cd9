"""How the work of one command grows with its data: the cases are tables of their own, growing_*.py.

A case prepares a place with n entries of a kind and says which command is measured there. What is measured is done
twice, with n and with 2 n: a command that does n log n of work takes at most `MOST` times as long.
"""
import os
import resource
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from tools import ENVIRONMENT, instructions, run

MOST = 2.2
LONGEST = 120  # seconds of CPU that one run may take
ROUNDS = 3


class Place:
    """A folder with the files of one case, and the program that works on them."""

    def __init__(self, rel, folder):
        self.program, self.folder, self.data = rel, Path(folder), Path(folder) / "rel.db"

    def write(self, name, text):
        """A file to import, say; returns its path."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def rel(self, *words):
        """Runs a command that prepares the data file."""
        run(self.command(self.data, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def command(self, data, *words):
        return [self.program, "--db", data, *words]

    def anew(self, *words):
        """The command to measure, on a data file that is as the case left it."""
        copy = self.folder / "copy.db"
        shutil.rmtree(self.folder / "backups", ignore_errors=True)
        copy.unlink(missing_ok=True)
        if self.data.exists():
            shutil.copy(self.data, copy)
        return self.command(copy, *words)


@dataclass
class Case:
    what: str
    prepare: Callable  # takes a place and n, and returns the words of the command that is measured
    short: bool  # one of the few that each run of the tests measures
    most: float


class Cases(list):
    """A table of cases: each is a function below `@cases.case("what grows")`."""

    def case(self, what, *, short=False, most=MOST):
        def add(prepare):
            self.append(Case(what, prepare, short, most))
            return prepare
        return add


def at(rel, case, n, measure):
    """What `measure` finds of a case with n entries."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(rel, folder)
        words = case.prepare(place, n)
        return measure(place, words)


def cpu(place, words):
    """Seconds of CPU of the quickest of a few runs; none where one takes longer than LONGEST."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    best = None
    for _ in range(ROUNDS):
        command = [str(word) for word in place.anew(*words)]
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   preexec_fn=limited)
        message = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode < 0:
            return None
        if process.returncode > 1:  # 1: there was nothing to show
            raise RuntimeError(f"{' '.join(command)}: {process.returncode}: {message}")
        seconds = used.ru_utime + used.ru_stime
        best = seconds if best is None else min(best, seconds)
        if seconds > 5:  # where noise is no matter
            break
    return best


def counted(place, words):
    return instructions(place.anew(*words))


def growth_in_cpu(rel, case, n):
    """(seconds with n, seconds with 2 n, their ratio); none for what takes longer than LONGEST."""
    once = at(rel, case, n, cpu)
    twice = at(rel, case, 2 * n, cpu) if once is not None else None
    return once, twice, twice / once if twice is not None else None


def growth_in_instructions(rel, case, n):
    """The same in instructions, without those that one entry takes: the start of the program would hide the rest."""
    base, once, twice = (at(rel, case, entries, counted) for entries in (1, n, 2 * n))
    return once, twice, (twice - base) / (once - base)


def row(case, once, twice, ratio):
    shown = ["over " + str(LONGEST) if seconds is None else f"{seconds:.2f}" for seconds in (once, twice)]
    met = ratio is not None and ratio <= case.most
    return [case.what, *shown, f"{ratio:.2f}" if ratio else "", "yes" if met else "NO"]


def rows(rel, cases, n, show):
    """A row for each case, its growth in seconds of CPU."""
    heading = ["what", f"CPU s, n = {n:,}", f"n = {2 * n:,}", "ratio", "met"]
    found = [heading]
    for case in cases:
        found.append(row(case, *growth_in_cpu(rel, case, n)))
        show("  ".join(found[-1]))
    return found
