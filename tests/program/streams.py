#!/usr/bin/env python3
"""Standard streams that are closed, full or cut off: the file is never harmed, and the exit code tells."""

import itertools
import os
import shlex
import subprocess
import time

import harness
import injection

CLOSING = {"standard input": "<&-", "standard output": ">&-", "standard error": "2>&-"}
COMBINATIONS = [streams for size in (1, 2, 3) for streams in itertools.combinations(CLOSING, size)]
SAVED_BUT_NOT_SHOWN = 6


class Commands(injection.World):
    def test_every_command_that_writes_does_so_without_its_streams(self) -> None:
        for case in injection.CASES:
            self.prepare(case)
            for streams in COMBINATIONS:
                with self.subTest(command=case.name, closed=streams):
                    self.renew(self.template)
                    closing = " ".join(CLOSING[stream] for stream in streams)
                    command = " ".join(map(shlex.quote, [str(self.rel), *self.args]))
                    with open(self.folder / "stdin", encoding="utf-8") as stdin:
                        done = self.shell(f"{command} {closing}", stdin=stdin)
                    if case.stdin and "standard input" in streams:
                        self.assertIn(done.returncode, (2, 5))
                        self.assertTrue(self.untouched())
                        continue
                    self.assertEqual(done.returncode, SAVED_BUT_NOT_SHOWN if "standard output" in streams else 0)
                    self.assert_one_of(self.state(), [self.after])
                    self.assert_can_go_on()


class Streams(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.add_ann()

    def test_closed_streams_never_harm_the_file(self) -> None:
        self.assertEqual(len(COMBINATIONS), 7)
        for streams in COMBINATIONS:
            with self.subTest(closed=streams):
                closing = " ".join(CLOSING[stream] for stream in streams)
                logs = len(self.contacts())
                written = self.shell(f"$REL log ann 5m {closing}")
                self.assertEqual(written.returncode, 6 if "standard output" in streams else 0)
                self.assertEqual(len(self.contacts()), logs + 1)
                self.assert_sound()

                before = self.db.read_bytes()
                read = self.shell(f"$REL due {closing}")
                self.assertEqual(read.returncode, 5 if "standard output" in streams else 0)
                refused = self.shell(f"$REL log nobody {closing}")
                self.assertEqual(refused.returncode, 3)
                self.assertEqual(self.db.read_bytes(), before)

    def test_a_file_made_with_all_streams_closed_is_sound(self) -> None:
        self.db.unlink()
        self.shell("$REL add Ann <&- >&- 2>&-")
        self.assertIn("Ann", self.ok("list"))
        self.assert_sound()

    def test_an_answer_to_a_full_device_is_no_answer(self) -> None:
        for command in ("due", "list", "show ann", "due --format json", "help", "--version"):
            read = self.shell(f"$REL {command} > /dev/full")
            self.assertEqual(read.returncode, 5, command)
            self.assertRegex(read.stderr, r"\Arel: standard output: [^\n]+\n\Z")

    def test_what_was_written_is_kept_though_it_can_not_be_told(self) -> None:
        written = self.shell("$REL log ann 5m > /dev/full")
        self.assertEqual(written.returncode, 6)
        self.assertRegex(written.stderr, r"\Arel: standard output: saved[^\n]+\n\Z")
        self.assertEqual(len(self.contacts()), 1)

    def test_an_error_to_a_full_device_keeps_its_code(self) -> None:
        self.assertEqual(self.shell("$REL log nobody 2> /dev/full").returncode, 3)
        self.assertEqual(self.shell("$REL due 2> /dev/full").returncode, 0)

    def test_an_export_takes_no_more_room_than_a_small_one(self) -> None:
        table = self.folder / "contacts.csv"
        with table.open("w") as rows:
            rows.write("who,on,note\n")
            rows.writelines(f"ann-lee,2026-01-{n % 30 + 1:02},{str(n) + 'x' * 4000}\n" for n in range(25_000))
        self.ok("import", str(table))
        for command in ("export > /dev/null", "export | wc -c", f"export -o {self.folder}/rel.json"):
            used = self.shell(f"/usr/bin/time -f %M -o {self.folder}/used $REL {command}")
            self.assertEqual((used.returncode, used.stderr), (0, ""), command)
            self.assertLess(int((self.folder / "used").read_text()), 64 * 1024, command)  # KiB
        self.assertGreater((self.folder / "rel.json").stat().st_size, 100_000_000)

    def test_an_export_that_nobody_reads_on_ends_quietly(self) -> None:
        for _ in range(3):  # more than a pipe holds
            self.ok("log", "ann", "5m", "-m", "a long note " * 8000)
        for form in ("json", "csv"):
            cut = self.shell(f"$REL export -q --to {form} | head -c 1 > /dev/null; echo ${{PIPESTATUS[0]}}")
            self.assertEqual((cut.stdout, cut.stderr), ("0\n", ""))
            full = self.shell(f"$REL export -q --to {form} > /dev/full")
            self.assertEqual(full.returncode, 5)
            self.assertRegex(full.stderr, r"\Arel: standard output: [^\n]+\n\Z")

    def test_a_pipe_that_does_not_block_gets_all(self) -> None:
        for _ in range(3):  # more than a pipe holds
            self.ok("log", "ann", "5m", "-m", "a long note " * 8000)
        for command in (["export"], ["show", "ann"]):
            whole = self.ok(*command)
            self.assertGreater(len(whole), 200_000)
            reading, writing = os.pipe()
            os.set_blocking(writing, False)
            with subprocess.Popen([self.rel, *command], env=self.env, stdout=writing, stderr=subprocess.PIPE) as done:
                os.close(writing)
                time.sleep(0.1)  # until the pipe is full
                with open(reading, encoding="utf-8") as pipe:
                    self.assertEqual(pipe.read(), whole)
                self.assertEqual((done.wait(60), done.stderr.read()), (0, b""))

    def test_a_reader_who_leaves_is_no_error(self) -> None:
        for _ in range(3):  # more than a pipe holds
            self.ok("log", "ann", "5m", "-m", "a long note " * 8000)
        for command in ("show ann", "show ann --format json"):
            cut = self.shell(f"$REL {command} | head -c 1 > /dev/null; echo ${{PIPESTATUS[0]}}")
            self.assertEqual((cut.stdout, cut.stderr), ("0\n", ""))
        first = self.shell("$REL due | head -1; exit ${PIPESTATUS[0]}")
        self.assertEqual((first.returncode, first.stderr), (0, ""))
        self.assertEqual(len(first.stdout.splitlines()), 1)


if __name__ == "__main__":
    harness.main()
