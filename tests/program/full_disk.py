#!/usr/bin/env python3
"""Every command that writes, where there is no room: a full disk, a limit on the size of files, a read-only folder."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import harness
import injection

PAGE = 4096
DISK = 4 * 1024 * 1024  # bytes


class FullDisk(injection.World):
    def setUp(self) -> None:
        super().setUp()
        self.step = 1 if harness.soak else 16  # pages

    def check_each(self, run, rooms) -> tuple[int, int]:
        """Runs each command with each room; how many runs that were, and how many were refused."""
        runs = refused = 0
        for case in injection.CASES:
            self.prepare(case)
            for room in rooms:
                with self.subTest(command=case.name, room=room):
                    done = run(room)
                    runs += 1
                    refused += done.returncode != 0
                    self.check_failed(done)
        print(f"{runs} runs, {refused} of them refused")
        self.assertGreater(refused, len(injection.CASES))
        self.assertLess(refused, runs)
        return runs, refused

    def test_a_limit_on_the_size_of_files(self) -> None:
        def run(room: int) -> subprocess.CompletedProcess:
            self.renew(self.template)
            limit = room * PAGE
            with open(self.folder / "stdin", encoding="utf-8") as stdin:
                return subprocess.run([self.rel, *self.args], capture_output=True, text=True, env=self.env, stdin=stdin,
                                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))

        self.check_each(run, [0, *range(1, 80, self.step)])

    def test_a_full_disk(self) -> None:
        self.mount()

        def run(room: int) -> subprocess.CompletedProcess:
            self.renew(self.template)
            ballast = self.home / "ballast"
            self.fill(ballast, room)
            done = self.traced("/dev/null")
            ballast.unlink()
            return done

        try:
            self.check_each(run, [0, *range(1, 120, self.step)])
        finally:
            subprocess.run(["umount", "-l", self.home], check=True)

    def mount(self) -> None:
        """Makes the home folder a small disk of its own."""
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", self.home], capture_output=True)
        if done.returncode:
            self.skipTest(f"no disk may be mounted here: {done.stderr.decode().strip()}")

    @staticmethod
    def fill(path: Path, room: int) -> None:
        """Makes a file that leaves no more than so many pages."""
        file = os.open(path, os.O_WRONLY | os.O_CREAT)
        size = 0
        try:
            while True:
                size += os.write(file, bytes(PAGE))
        except OSError:
            os.ftruncate(file, max(0, size - room * PAGE))
        os.close(file)

    def renew(self, template) -> None:
        """As it is done anywhere, but for the folder itself: it may be where a disk is mounted."""
        for path in self.home.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(template, self.home, dirs_exist_ok=True)

    def test_a_read_only_folder(self) -> None:
        for case in injection.CASES:
            with self.subTest(command=case.name):
                self.prepare(case)
                self.renew(self.template)
                shutil.chown(self.folder / "stdin", harness.NOBODY)
                folders = [path for path in [self.home, *self.home.rglob("*")] if path.is_dir()]
                for path in self.home.rglob("*"):
                    path.chmod(0o555 if path.is_dir() else 0o644)
                self.home.chmod(0o555)
                with open(self.folder / "stdin", encoding="utf-8") as stdin:
                    done = self.run_rel(*self.args, as_nobody=True, stdin=stdin)
                for path in folders:
                    path.chmod(0o755)
                self.assert_refused(done, 5)
                self.assertTrue(self.untouched())


if __name__ == "__main__":
    harness.main()
