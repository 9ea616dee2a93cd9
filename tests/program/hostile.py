#!/usr/bin/env python3
"""Damaged and hostile data files under every command: no crash, no end that does not come, no raw control byte on a
terminal, and what doctor calls sound answers as the undamaged file does.

The same files come up each time. REL_SEED=N gives others, REL_FILES=N another number of them. A file that was found
stays in the build folder, under findings/hostile, and the command is printed that shows it again.
"""

import collections
import multiprocessing
import os
import random
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
import zlib
from pathlib import Path
from typing import NamedTuple

import harness
import hostile_files
from hostile_files import Damaged, Rich
from hostile_runs import CPU_SECONDS, Runner, raw_control, wrong_with

PROCESSES = 2
MOST_SAVED = 50
SHORT = {"extremes": 60, "cells": 10, "bits": 10, "histories": 30}
SOAK = {"extremes": 10**6, "cells": 500, "bits": 500, "histories": 500}

# {who} is somebody in the file, {other} somebody else; {out} an empty folder, {file} the damaged file.
READ = """
due | due --all --explain | due --all --days 366 --explain | due --format json | due --format tsv --days 30
due --format ics --days 60 | due --minutes 60 | due -q | due --count | due --discreet | due --notify | due {who}
due --as-of 2026-06-01 | prep | prep {who} | prep {who},{other} --format json | prep {who} --format tsv
prep {who} --call | health | health --all --explain | health {who} | health {who} --html - | health --html -
health --format json | health {who} --format tsv | review | review --format json | review --format tsv --period year
review --html - | list | list --archived | list --duplicates | list --stale | list --format json | show {who}
show {who} --format json | show {other} --format tsv | find e | find blue --format json | export | export --to csv
export --to vcard | export --to vcard4 | export --to ics | export --to csv -o {out}/t/ | undo --list
undo --list -n 1000 --format json | backup --list | backup {out}/b.db | doctor | doctor --format json | config
--db {out}/n.db restore {file} | __complete -- log p | __complete -- done 2 | __complete -- list --tag w
"""
WRITE = """
add "New Roe" --tier 2 --phone 1 | log {who} 20m -m note --heard x --promise y | log {who},{other} met 1h 2026-09-01
note {who} news --ask 2w | promise {who} "a book by 2w" | done {promise} | done {remark} | snooze {who} 2w
snooze --everyone 2w | edit {who} --tier 2 --every 9d | edit {contact} 5m | edit {who} | edit | merge {who} {other} --yes
forget {who} --yes | remove {contact} | import {archive} | review --done --intend x | undo | redo | doctor --repair
restore {copy} | backup | inbox -
"""
NOT_OF_THE_FILE = {"completion", "demo", "help", "schedule"}  # which read no data file, or only its name


def lines_of(table: str) -> list[list[str]]:
    return [shlex.split(line) for line in re.split(r"[|\n]", table) if line.strip()]


class Finding(NamedTuple):
    kind: str
    file: str  # what was done to it
    command: str
    saved: str = ""


class Campaign:
    """One process's part of the work: the rich file, and what each command says of it."""

    def __init__(self, rel: Path, folder: Path, keep: Path, cpu_limit: float = CPU_SECONDS) -> None:
        self.keep = keep
        self.readers, self.writers = (Runner(rel, self.made(folder / name), cpu_limit) for name in ("read", "write"))
        self.rich = Rich(harness.binary, self.made(folder / "rich"))
        self.answers: dict[tuple, tuple] = {}
        self.findings: list[Finding] = []
        handles = ["ann-lee", "bo-ray", *(f"p{i}" for i in range(hostile_files.ARCHIVE_PEOPLE))]
        self.pairs = [(one, other) for one in handles for other in handles if one != other]

    @staticmethod
    def made(folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        return folder

    def words(self, line: list[str], names: dict[str, str]) -> list[str]:
        return [word.format(**names) if "{" in word else word for word in line]

    def note(self, kind: str, damaged: Damaged, args: list[str], runner: Runner) -> None:
        saved = self.keep / f"{zlib.crc32(damaged.data):08x}.db"
        if not saved.exists() and len(list(self.keep.glob("*.db"))) < MOST_SAVED:
            self.keep.mkdir(parents=True, exist_ok=True)
            saved.write_bytes(damaged.data)
        again = shlex.join(args).replace(str(runner.file), str(saved))
        self.findings.append(Finding(kind, damaged.name, again, str(saved)))

    def answer_of_sound(self, args: list[str]) -> tuple[int, bytes]:
        if tuple(args) not in self.answers:
            damaged = self.readers.file.read_bytes()
            self.readers.write(self.rich.data)
            done = self.readers.run(args)
            self.answers[tuple(args)] = (done.code, done.out)
            self.readers.write(damaged)
        return self.answers[tuple(args)]

    def read(self, damaged: Damaged, chance: random.Random, names: dict[str, str]) -> None:
        self.readers.write(damaged.data)
        sound = self.readers.run(["doctor", "-q"]).code == 0
        lines = lines_of(READ)
        shown = chance.sample(range(len(lines)), 2)
        for place, line in enumerate(lines):
            out = self.made(self.readers.folder / "out") if "{out}" in " ".join(line) else None
            args = self.words(line, names | {"out": str(self.readers.folder / "out"), "file": str(self.readers.file)})
            done = self.readers.run(args)
            wrong = wrong_with(done)
            if not wrong and sound and not out and line[0] not in ("undo", "backup"):
                wrong = "" if self.answer_of_sound(args) == (done.code, done.out) else "answers otherwise, though sound"
            if not wrong and place in shown:
                done = self.readers.at_terminal(args)
                wrong = wrong_with(done._replace(err=done.out)) or raw_control(done.out)
            if wrong:
                self.note(wrong, damaged, args, self.readers)
            if out:
                shutil.rmtree(out)
            if line[0] == "backup":  # on a day's first copy, caches that do not hold are made anew
                self.readers.write(damaged.data)
        if self.readers.file.read_bytes() != damaged.data:
            self.note("was written to by a command that reads", damaged, [], self.readers)

    def write(self, damaged: Damaged, names: dict[str, str]) -> None:
        for line in lines_of(WRITE):
            self.writers.write(damaged.data)
            args = self.words(line, names)
            # With a copy of the day it makes none: a verified copy takes longer than most commands.
            copies = self.writers.folder / "backups"
            if args[0] == "log" and "," not in args[1]:
                shutil.rmtree(copies, ignore_errors=True)
            elif not copies.exists() or args[0] == "forget":
                shutil.copy(self.rich.copy, self.made(copies) / "rel-2026-11-30-080000.db")
            if wrong := wrong_with(self.writers.run(args)):
                self.note(wrong, damaged, args, self.writers)

    def try_file(self, damaged: Damaged, chance: random.Random) -> None:
        who, other = chance.choice(self.pairs)
        names = self.rich.names | {"who": who, "other": other}
        self.read(damaged, chance, names)
        self.write(damaged, names)


class Task(NamedTuple):
    kind: str
    seed: int
    extreme: tuple = ()

    def file(self, rich: Rich, chance: random.Random) -> Damaged | None:
        if self.kind == "extremes":
            return hostile_files.with_value(rich, chance, *self.extreme)
        make = {"cells": hostile_files.random_cells, "bits": hostile_files.flipped_bits,
                "histories": hostile_files.mutated_history}[self.kind]
        return make(rich, chance)


def tasks(rich: Rich, counts: dict[str, int], seed: int) -> list[Task]:
    """Of the extremes, each column comes up before any comes up twice."""
    chance = random.Random(seed)
    extremes = hostile_files.extremes(rich)
    chance.shuffle(extremes)
    rank: collections.Counter = collections.Counter()
    ranked = sorted(((rank.update([one[:2]]) or rank[one[:2]], place) for place, one in enumerate(extremes)))
    chosen = [extremes[place] for _, place in ranked[:counts["extremes"]]]
    found = [Task("extremes", seed + place, one) for place, one in enumerate(chosen)]
    for kind in ("cells", "bits", "histories"):
        found += [Task(kind, seed * 1_000_000 + place) for place in range(counts[kind])]
    chance.shuffle(found)
    return found


where: tuple[Path, Path, Path]  # the program, a folder for files, and one for what is found
campaign: Campaign | None = None  # of this process


def do(task: Task) -> tuple[list[Finding], int, bool]:
    global campaign
    if campaign is None:
        rel, folder, keep = where
        campaign = Campaign(rel, Path(tempfile.mkdtemp(dir=folder)), keep)
    chance = random.Random(f"{task.kind} {task.seed}")
    campaign.findings, campaign.readers.runs, campaign.writers.runs = [], 0, 0
    damaged = task.file(campaign.rich, chance)
    if damaged:
        campaign.try_file(damaged, chance)
    return campaign.findings, campaign.readers.runs + campaign.writers.runs, damaged is not None


class Hostile(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rel-hostile-", dir=harness.MEMORY))
        self.addCleanup(shutil.rmtree, self.folder)
        self.keep = harness.binary.parents[1] / "findings/hostile"

    def test_every_command_is_tried(self) -> None:
        shown = subprocess.run([harness.binary, "help", "--all"], capture_output=True, text=True, check=True).stdout
        commands = set(re.findall(r"^  ([a-z]+)(?: |$)", shown.partition("Every command takes")[0], re.MULTILINE))
        tried = {word for line in lines_of(READ) + lines_of(WRITE) for word in line}
        self.assertGreater(len(commands), 25)
        self.assertEqual(commands - tried - NOT_OF_THE_FILE - {"rel"}, set(), "a command without a line in READ or WRITE")

    def test_campaign(self) -> None:
        seed = int(os.environ.get("REL_SEED", "1"))
        (self.folder / "first").mkdir()
        todo = tasks(Rich(harness.binary, self.folder / "first"), SOAK if harness.soak else SHORT, seed)
        todo = todo[: int(os.environ.get("REL_FILES", len(todo)))]
        global where
        where = (harness.binary, self.folder, self.keep)
        findings, runs, files = [], 0, 0
        with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
            for found, done, made in pool.imap_unordered(do, todo):
                findings, runs, files = findings + found, runs + done, files + made
        print(f"{files} files, {runs:,} runs, {len(findings)} findings")
        kinds = collections.Counter((one.kind, one.command.split()[0] if one.command else "") for one in findings)
        for (kind, command), count in kinds.most_common(40):
            example = next(one for one in findings if (one.kind, one.command[:len(command)]) == (kind, command))
            print(f"{count} × {command}: {kind}\n    {example.file}\n"
                  f"    REL_NOW={hostile_files.NOW} REL_DB={example.saved} rel {example.command}")
        self.assertEqual(len(findings), 0)


FAKE = """#!/bin/sh
case "$*" in
  'prep') kill -SEGV $$ ;;
  'health') while :; do :; done ;;
  'list') echo 'x.cpp:1:2: runtime error: signed integer overflow' >&2 ;;
  'due') printf '\\033[31m' ;;
  'show p'*) echo "$$ $(date +%N)" ;;
  'find e') exit 7 ;;
  'undo') exit 4 ;;
  'doctor -q') ;;
esac
"""


class OfTheTest(unittest.TestCase):
    """What the campaign is for is found, in a program that does it."""

    def test_each_kind_of_fault_is_found(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="rel-hostile-", dir=harness.MEMORY))
        self.addCleanup(shutil.rmtree, folder)
        fake = folder / "fake"
        fake.write_text(FAKE)
        fake.chmod(0o755)
        trial = Campaign(fake, folder, folder / "keep", cpu_limit=0.3)
        trial.readers.env["PATH"] = os.environ["PATH"]
        sample = random.Random.sample
        try:  # all of them at a terminal
            random.Random.sample = lambda self, population, k: list(population)
            trial.try_file(Damaged("nothing", trial.rich.data), random.Random(1))
        finally:
            random.Random.sample = sample
        found = {(one.command.split()[0], re.split(r"[ ,:](?=[A-Z0-9])", one.kind)[0]) for one in trial.findings}
        for expected in (("prep", "ended by"), ("health", "does not end"), ("list", "exit"), ("due", "a raw"),
                         ("show", "answers otherwise, though sound"), ("find", "exit"), ("undo", "exit")):
            self.assertIn(expected, found)
        self.assertTrue(list((folder / "keep").glob("*.db")))


if __name__ == "__main__":
    harness.main()
