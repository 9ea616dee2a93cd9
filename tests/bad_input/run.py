#!/usr/bin/env python3
"""Runs every table of bad input against the built program: run.py --rel build/release/src/rel [FAMILY…]"""

import argparse
import importlib
import pkgutil
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import checks
import families
from case import CIRCLE, Altered, Case
from world import World, environment

GIVE_UP_AFTER = 30  # seconds: a hang
SAVED_BUT_NOT_SHOWN = 6


def all_cases(wanted: list[str]) -> list[Case]:
    """The cases of every family, or of those wanted."""
    cases = []
    for module in pkgutil.iter_modules(families.__path__):
        if not wanted or module.name in wanted:
            table = importlib.import_module(f"families.{module.name}").CASES
            cases += [replace(case, family=module.name) for case in table]
    return cases


def processor_time() -> float:
    """Seconds that the commands run so far have taken of the processor: what else runs does not count."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Bench:
    """Where one case after the other is run."""

    def __init__(self, rel: str, folder: Path, limit: float) -> None:
        self.rel = rel
        self.limit = limit
        self.root = folder
        self.world = World(rel, folder / "world")

    def faults(self, case: Case) -> list[str]:
        """What is wrong with how the program takes this case."""
        folder = self._folder_for(case)
        before = self._files_in(folder)
        faults, output = self._run(case, case.args, folder)
        if output is None:
            return faults
        if output.returncode not in case.exits:
            faults.append(f"exit {output.returncode}, not {' or '.join(map(str, case.exits))}")
        faults += self._faults_of_end(case, output)
        if output.returncode not in (0, SAVED_BUT_NOT_SHOWN) and self._files_in(folder) != before:
            faults.append("an error, but a file was changed, made or removed")
        if output.returncode in (0, SAVED_BUT_NOT_SHOWN) and case.then:
            faults += self._faults_of_follower(case, folder)
        if output.returncode == 0 and case.name_width is not None:
            _, table = self._run(case, ("list",), folder)
            faults += checks.faults_of_alignment(table.stdout, case.keeps, case.name_width)
        return [] if not faults else faults + [self._shown(case, output)]

    def _folder_for(self, case: Case) -> Path:
        folder = self.root / "case"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "tmp").mkdir(parents=True)
        if case.data is not None:
            (folder / "rel.db").write_bytes(self._data_of(case))
        for name, content in case.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            content(path) if callable(content) else path.write_bytes(content)
        return folder

    def _data_of(self, case: Case) -> bytes:
        if isinstance(case.data, Altered):
            return case.data.alter(self.world.data)
        return self.world.data if case.data == CIRCLE else case.data

    @staticmethod
    def _files_in(folder: Path) -> dict[str, bytes | None]:
        """The bytes of every file, None for what is none; drafts, which may stay, are left out."""
        return {str(path): path.read_bytes() if path.is_file() else None
                for path in sorted(folder.rglob("*")) if folder / "tmp" not in path.parents}

    def _run(self, case: Case, args: tuple, folder: Path):
        env = environment(folder)
        for name, value in case.env.items():
            env.pop(name, None) if value is None else env.update({name: value})
        command = [self.rel, *map(self.world.with_ids, args)]
        if case.closed:
            shut = " ".join(f"{stream}>&-" for stream in case.closed)
            command = ["sh", "-c", f'exec "$@" {shut}', "sh", *command]
        given = {"input": case.stdin} if isinstance(case.stdin, bytes) else {"stdin": case.stdin.open("rb")}
        began = processor_time()
        try:
            output = subprocess.run(command, env=env, cwd=folder, capture_output=True, timeout=GIVE_UP_AFTER, **given)
        except subprocess.TimeoutExpired:
            return [f"still running after {GIVE_UP_AFTER} s\n{shlex.join(map(str, command))}"], None
        seconds = processor_time() - began
        faults = checks.faults_of_output(output.stdout, output.stderr)
        if output.returncode < 0 or output.returncode > 6:
            faults.append(f"crashed or gave no exit code of the contract: {output.returncode}")
        if seconds > (case.seconds or self.limit):
            faults.append(f"took {seconds:.1f} s of the processor")
        return faults, output

    @staticmethod
    def _faults_of_end(case: Case, output) -> list[str]:
        faults = []
        if "2" in case.closed:
            return faults
        if output.returncode > 1:
            own = output.stderr[max(0, output.stderr.find(b"rel: ")):] if case.talks else output.stderr
            findings = case.args[:1] == ("doctor",)  # are data, also where something is wrong
            faults += checks.faults_of_error(b"" if findings else output.stdout, own)
        spoken = (output.stderr if output.returncode > 1 else output.stdout + output.stderr).decode(errors="replace")
        if case.says and case.says not in spoken:
            faults.append(f"says nothing of {case.says!a}")
        if case.nothing_out and output.stdout:
            faults.append("something stands on stdout")
        return faults

    def _faults_of_follower(self, case: Case, folder: Path) -> list[str]:
        faults, output = self._run(replace(case, stdin=b"", closed=""), (*case.then, "--format", "json"), folder)
        if output is None or output.returncode != 0:
            return [*faults, f"then {case.then} fails"]
        strings = checks.strings_of_json(output.stdout)
        if case.keeps is not None and case.keeps not in strings:
            faults.append(f"not kept to the letter: {case.keeps[:100]!a}")
        if case.lacks is not None and any(case.lacks in text for text in strings):
            faults.append(f"still there: {case.lacks!a}")
        return faults

    def _shown(self, case: Case, output) -> str:
        """The command to type again, and what it printed."""
        settings = [f"{name}={shlex.quote(str(value))}" for name, value in case.env.items()]
        words = [ascii(arg) if not str(arg).isprintable() else shlex.quote(str(self.world.with_ids(arg))[:300])
                 for arg in case.args]
        given = f" < {case.stdin[:60]!a}" if isinstance(case.stdin, bytes) and case.stdin else ""
        given += "".join(f" {stream}>&-" for stream in case.closed)
        return (f"  $ {' '.join([*settings, 'rel', *words])}{given}\n"
                f"  stdout: {output.stdout[:300]!a}\n  stderr: {output.stderr[:300]!a}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rel", required=True, type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--seconds", type=float, default=2, help="how long of the processor one command may take")
    parser.add_argument("families", nargs="*", help="only these")
    options = parser.parse_args()
    cases = all_cases(options.families)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="rel-bad-input-") as folder:
        bench = Bench(options.rel, Path(folder), options.seconds)
        for case in cases:
            if faults := bench.faults(case):
                failed += 1
                print(f"{case.family}: " + "\n".join(faults), flush=True)
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
