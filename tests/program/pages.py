#!/usr/bin/env python3
"""The manual: made from the program, complete, and read by mandoc and groff in silence."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import harness

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "man").glob("*.[1-8]"))


def shown(page: Path) -> str:
    """What a reader of the page sees, without its layout."""
    text = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, text=True, check=True).stdout
    return " ".join(re.sub(".\b", "", text).split())


class Pages(harness.ProgramTest):
    def test_pages_are_those_of_the_program(self) -> None:
        done = subprocess.run([ROOT / "scripts/write-pages", "--check", self.rel], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_page_that_differs_is_found(self) -> None:
        copy = self.folder / "checkout"
        (copy / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts/write-pages", copy / "scripts")
        shutil.copytree(ROOT / "man", copy / "man")
        (copy / "man/rel-log.1").write_text("another page\n")
        (copy / "man/rel-gone.1").write_text("a page too many\n")
        done = subprocess.run([copy / "scripts/write-pages", "--check", self.rel], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("another page", done.stdout)
        self.assertIn("rel-gone.1", done.stderr)

    def test_mandoc_and_groff_are_silent(self) -> None:
        self.assertGreater(len(PAGES), 15)
        for page in PAGES:
            for command in (["mandoc", "-Wall", "-T", "lint", page], ["groff", "-mandoc", "-ww", "-z", page]):
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), command)

    def test_every_option_and_example_is_shown(self) -> None:
        for name in self.ok("__page", "--names").split():
            page = shown(ROOT / f"man/rel-{name}.1")
            text = self.ok(name, "--help")
            for option in re.findall(r"^  (?:-., )?(--[a-z-]+)", text.split("\nExamples\n")[0], re.MULTILINE):
                self.assertIn(option, page, name)
            for example in re.findall(r"^  (rel.*)$", text.split("\nExamples\n")[1], re.MULTILINE):
                self.assertIn(" ".join(example.split()), page, name)

    def test_every_setting_is_explained(self) -> None:
        page = shown(ROOT / "man/rel-config.5")
        for row in json.loads(self.ok("config", "--format", "json"))["settings"]:
            section, _, key = row["key"].rpartition(".")
            self.assertIn(f" {key} ", page)
            if section:
                self.assertIn(f"[{section}]", page)

    def test_every_key_that_is_printed_is_explained(self) -> None:
        page = set(re.findall(r"[a-z_]+", shown(ROOT / "man/rel-json.5")))
        self.ok("demo", "play.db", cwd=self.home)
        (self.home / "crontab").write_text('#!/bin/sh\n[ "$1" = - ] && exec cat > "$HOME/table"\n'
                                           '[ "$1" = -r ] && exec rm "$HOME/table"\n'
                                           '[ -e "$HOME/table" ] && exec cat "$HOME/table"\n'
                                           'echo "no crontab for ann" >&2; exit 1\n')
        (self.home / "crontab").chmod(0o755)
        self.env["PATH"] = f"{self.home}:/usr/bin:/bin"
        for command in (["due"], ["prep", "ann"], ["prep", "ann,bo"], ["health"], ["health", "ann"], ["review"], ["list"],
                        ["list", "--stale"], ["list", "--duplicates"], ["show", "ann"], ["find", "lisbon"],
                        ["undo", "--list"], ["config"], ["backup"], ["backup", "--list"], ["doctor"], ["export"],
                        ["log", "ann", "call"], ["undo"], ["redo"], ["import", "book.vcf"], ["forget", "bo", "--yes"],
                        ["schedule", "--yes"], ["schedule", "--remove", "--yes"]):
            (self.home / "book.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Kern\nEND:VCARD\n")
            answer = self.run_rel("--db", "play.db", *command, *([] if command == ["export"] else ["--format", "json"]),
                                  cwd=self.home)
            self.assertEqual(answer.returncode, 0, command)
            missing = keys_in(json.loads(answer.stdout)) - page
            self.assertEqual(missing, set(), command)


def keys_in(value: object) -> set[str]:
    """Every key of a document, however deep."""
    if isinstance(value, list):
        return set().union(*map(keys_in, value))
    if isinstance(value, dict):
        return set(value).union(*map(keys_in, value.values()))
    return set()


if __name__ == "__main__":
    harness.main()
