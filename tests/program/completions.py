#!/usr/bin/env python3
"""The completions, driven by keys in the real shells: bash, zsh and fish."""

import contextlib
import itertools
import json
import os
import re
import shutil
import sqlite3
import string
import subprocess
from pathlib import Path

import harness
from shells import FOLDER, Shell

# All that a shell might take for something else than text.
SPECIALS = "".join(c for c in map(chr, range(0x20, 0x7F)) if not c.isalnum())
LETTERS = string.ascii_letters + string.digits
# `ran` is a command that leaves a file. Where one of these is taken for more than text, it is run, or writes a file.
TRAPS = ("$(ran)", "`ran`", ";ran;", "&&ran&&", "||ran||", "|ran", "&ran&", "';ran;#", '";ran;"', "'$(ran)'",
         '"$(ran)"', "'`ran`'", '"`ran`"', "\\$(ran)", "\\';ran;'", '\\";ran;"', "\\\\`ran`", ")$(ran)(", "<(ran)",
         ">(ran)", ">ran-into", "${x:=$(ran)}", "$((x[$(ran)]))", "{a,$(ran)}", "~$(ran)", "(ran)", "%s$(ran)", "!!",
         "!ran", "^a^ran^", "#;ran", "' ran '", '" ran "', "*", "?", "[a-z]", "$'\\x60ran\\x60'", "ran", "=(ran)",
         "@(ran)", "\\")
# What is typed before a value, with the option or within it, and leaves a quote open or not; `\` stands before each
# character.
OPENINGS = {
    "bash": ("", "'", '"', "$'", '$"', '""', "''", "\\", "=", "='", '="', "=$'"),
    "zsh": ("", "'", '"', "$'", '""', "\\", "=", "='", '="'),
    "fish": ("", "'", '"', '""', "=", "='", '="'),
}
CHUNK = 64
VALUES_OF_A_LINE = 8


def all_pairs() -> str:
    """A text in which every two special characters stand beside each other, in either order."""
    text, seen = SPECIALS[0], set()
    while following := next((c for c in reversed(SPECIALS) if text[-1] + c not in seen), None):
        seen.add(text[-1] + following)
        text += following
    return text


def hostile_values() -> list[tuple[str, str]]:
    """Values, and with what each begins alone; at length every pair is a value of its own."""
    pairs = all_pairs()
    texts = [*TRAPS, LETTERS, *(SPECIALS if harness.soak else " !")]
    length = 2 if harness.soak else CHUNK
    texts += [pairs[at:at + length] for at in range(0, len(pairs), length - 1)]
    numbered = [(f"q{number:04}{text}", f"q{number:04}") for number, text in enumerate(texts)]
    values = numbered + [(f"{c}x{c}", c) for c in SPECIALS if c not in " !"]
    # Blanks at the end of a tag are no part of it, and two are one.
    return [(re.sub(" +", " ", value + "." if value.endswith(" ") else value), begins) for value, begins in values]


def quoted(text: str, quote: str, shell: str) -> str:
    """A text as somebody would type it behind an opening quote."""
    special = {"": SPECIALS, '"': '"$\\' + ("" if shell == "fish" else "`"), "'": "\\'" if shell == "fish" else ""}
    special |= {"\\": SPECIALS + LETTERS, "$'": "\\'"}
    if quote == "'" and shell != "fish":
        return text.replace("'", "'\\''")
    kind = {'""': "", "''": "", '$"': '"'}.get(quote, quote)
    return "".join("\\" + c if c in special[kind] else c for c in text)


def typed(begins: str, opening: str, shell: str) -> str:
    quote = opening.removeprefix("=")
    option = "--tag=" if opening.startswith("=") else "--tag "
    return option + quote.removesuffix("\\") + quoted(begins, quote, shell) + "\t "


def can_be_completed(value: str, begins: str, opening: str, shell: str) -> bool:
    if shell == "bash" and "$'" in opening:
        return begins != "'"  # written \', which ends the quote for the part of bash that completes
    if shell == "zsh" and opening.endswith("'") and begins == "'":
        return False  # behind \'' zsh leaves the quote open
    # In fish nothing is completed behind a wildcard, and the quote stays open behind these.
    stays_open = opening[-1:] in ("'", '"') and value.endswith(tuple("/=@:.,-"))
    return shell != "fish" or begins not in "*?" and not stays_open


def shell_called(test: harness.ProgramTest, name: str, loading: str = "") -> Shell:
    if not shutil.which(name):
        test.skipTest(f"no {name}")
    shell = Shell(name, test.env, test.home, loading)
    test.addCleanup(shell.close)
    return shell


def change(db: Path, statement: str, *values: str) -> None:
    with contextlib.closing(sqlite3.connect(db)) as database, database:
        database.execute(statement, values)


class HostileValues(harness.ProgramTest):
    """Whatever somebody else's card holds is text in the line that a shell completes, and nothing else."""

    def setUp(self) -> None:
        super().setUp()
        self.record = self.folder / "record"
        self.values = hostile_values()
        self.script("ran", ': > "$HOME/was-run"')
        first = self.script("first/rel", f'[ "$1" != __complete ] || exec {self.rel} "$@"\n'
                            f'printf "%s\\0" "$@" > {self.record}')
        self.env |= {"PATH": f"{first.parent}:{self.rel.parent}:{self.env['PATH']}", "LC_ALL": "C.UTF-8"}
        (self.home / "cards.vcf").write_text("".join(map(self.card, range(len(self.values)))))
        self.ok("import", str(self.home / "cards.vcf"), "-q")

    def script(self, name: str, text: str) -> Path:
        path = self.rel.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
        return path

    def card(self, number: int) -> str:
        text = re.sub(r"([\\,;])", r"\\\1", self.values[number][0])
        return (f"BEGIN:VCARD\nVERSION:3.0\nFN:N{number} {text}\nNICKNAME:A{number} {text}\nCATEGORIES:{text}\n"
                "END:VCARD\n")

    def runs_as(self, shell: Shell, line: str, arguments: list[str]) -> None:
        """The line, with the tabs in it, runs rel with these arguments, and nothing else."""
        self.record.write_text("")
        there = sorted(os.listdir(self.home))
        try:
            shell.run(line)
        finally:  # also where the shell is waiting for the end of a quote
            self.assertEqual(sorted(os.listdir(self.home)), there, line)
        self.assertEqual(self.record.read_text().split("\0")[:-1], arguments, line)

    def tags(self, name: str) -> None:
        shell = shell_called(self, name)
        for opening in OPENINGS[name]:
            values = [one for one in self.values if can_be_completed(*one, opening, name)]
            for at in range(0, len(values), VALUES_OF_A_LINE):
                some = values[at:at + VALUES_OF_A_LINE]
                given = [["--tag=" + value] if opening.startswith("=") else ["--tag", value] for value, _ in some]
                line = "rel list " + "".join(typed(begins, opening, name) for _, begins in some)
                self.runs_as(shell, line, ["list", *itertools.chain(*given)])

    def test_tags_in_bash(self) -> None:
        self.tags("bash")

    def test_all_tags_at_once_in_bash(self) -> None:
        shell = shell_called(self, "bash")
        tags = sorted(value for value, begins in self.values if begins.startswith("q00"))
        for quote in ("", "'", '"', '$"'):
            self.record.write_text("")
            shell.run(f"rel list --tag {quote}q00\x1b*")  # puts in all that it offers
            given = self.record.read_text().split("\0")[:-1]
            self.assertEqual((given[:2], sorted(given[2:])), (["list", "--tag"], tags), quote)
        self.assertFalse((self.home / "was-run").exists())

    def test_what_is_not_quoted_is_run(self) -> None:
        shell = shell_called(self, "bash")
        shell.run("raw() { COMPREPLY=('q0000$(ran)'); }; complete -F raw rel")
        shell.run("rel list " + typed("q0000", '"', "bash"))
        self.assertTrue((self.home / "was-run").exists())

    def other_values(self, name: str) -> None:
        """Files, names that lead to handles, what is shown beside handles, and handles that no command writes."""
        shell = shell_called(self, name)
        traps = self.values[:len(TRAPS)]
        for value, _ in traps:
            (self.home / value).touch()
        people = json.loads(self.ok("list", "--format", "json"))["people"]
        handles = {person["name"]: person["handle"] for person in people}
        for quote in ("", "'", '"'):
            # zsh leaves the quote open behind the name of a file that holds it.
            some = [one for one in traps if not (name == "zsh" and quote == "'" and "'" in one[0])]
            self.runs_as(shell, "rel import " + "".join(f"{quote}{begins}\t " for _, begins in some),
                         ["import", *(value for value, _ in some)])
            if name != "fish":  # which completes only what begins with what was typed
                some = [(f"{'NA'[number % 2]}{number} {value}", handles[f"N{number} {value}"])
                        for number, (value, _) in enumerate(traps)
                        # A comma stands between two people, and what is left of '\'' stays.
                        if "," not in value and not (quote == "'" and "'" in value)]
                self.runs_as(shell, "rel due " + "".join(quote + quoted(one, quote, name) + "\t " for one, _ in some),
                             ["due", *(handle for _, handle in some)])
        if name != "bash":
            shell.offered("rel show n1", r"N1\b")
        for quote, trap in itertools.product(("", "'", '"'), TRAPS if harness.soak else TRAPS[::6]):
            change(self.db, "DELETE FROM people WHERE id <> (SELECT min(id) FROM people)")
            change(self.db, "UPDATE people SET handle = ?", trap)
            shell.run(f"rel show {quote}\t{quote}{quote}")
            shell.run("")
        self.assertFalse((self.home / "was-run").exists())

    def test_tags_in_zsh(self) -> None:
        self.tags("zsh")

    def test_tags_in_fish(self) -> None:
        self.tags("fish")

    def test_other_values_in_bash(self) -> None:
        self.other_values("bash")

    def test_other_values_in_zsh(self) -> None:
        self.other_values("zsh")

    def test_other_values_in_fish(self) -> None:
        self.other_values("fish")


class Completions(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.env["PATH"] = f"{self.rel.parent}:{self.env['PATH']}"
        self.env["LC_ALL"] = "C.UTF-8"
        for name in ["Ann Lee", "Zoë O'Brien; touch hacked", 'Łukasz "$(touch hacked)"']:
            self.ok("add", name)
        self.ok("edit", "ann", "--tag", "old friends", "--alias", "Anouk")
        self.ok("promise", "ann", "it's the `book`; $(touch hacked)")
        (self.home / "a file.vcf").write_text("")

    def in_shell(self, name: str) -> None:
        shell = shell_called(self, name)
        for typed, words in [
            ("rel lo", ["rel", "log"]),
            ("rel log an", ["rel", "log", "ann-lee"]),
            ("rel log anou", ["rel", "log", "ann-lee"] if name != "fish" else ["rel", "log", "anou"]),
            ("rel log ann-lee voicem", ["rel", "log", "ann-lee", "voicemail"]),
            ("rel log ann-lee --dep", ["rel", "log", "ann-lee", "--depth"]),
            ("rel log ann-lee --depth pers", ["rel", "log", "ann-lee", "--depth", "personal"]),
            ("rel due --tier=very", ["rel", "due", "--tier=very-high"]),
            ("rel list --tag old", ["rel", "list", "--tag", "old friends"]),
            ("rel import a", ["rel", "import", "a file.vcf"]),
            ("rel xyzzy ", ["rel", "xyzzy"]),
            ("rel log nobody-of-this-name", ["rel", "log", "nobody-of-this-name"]),
            # Ann Lee and Łukasz: what was typed stays, and both are shown.
            ("rel log l", ["rel", "log", "l"]) if name != "fish"
            else ("rel log luk", ["rel", "log", "lukasz-touch-hacked"]),
            ("rel log zoe-o-brien-touch-hacked,l", ["rel", "log", "zoe-o-brien-touch-hacked,l"])
            if name != "fish" else ("rel log ann-lee,luk", ["rel", "log", "ann-lee,lukasz-touch-hacked"]),
            ("rel due --format i", ["rel", "due", "--format", "ics"]),
            ("rel list --format i", ["rel", "list", "--format", "i"]),
            (f"{self.rel} log an", [str(self.rel), "log", "ann-lee"]),
            ("rel log 'ann", ["rel", "log", "ann-lee"]),
        ]:
            self.assertEqual(shell.completed(typed), words, typed)
        # In zsh and fish a name finds its handle with its accents.
        if name != "bash":
            shell.offered("rel log ", r"Zoë O.Brien; touch hacked")
        else:
            shell.offered("rel log ", "zoe-o-?brien-touch-hacked")
        # People, or what is open with them.
        self.assertEqual(shell.completed("rel done ann"), ["rel", "done", "ann-lee"])
        self.assertIn("kept", self.ok("done", "ann-lee"))
        self.assertFalse((self.home / "hacked").exists())

    def test_bash(self) -> None:
        self.in_shell("bash")

    def test_zsh(self) -> None:
        self.in_shell("zsh")

    def test_fish(self) -> None:
        self.in_shell("fish")

    def test_the_lines_of_the_readme(self) -> None:
        readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
        for name in ("bash", "zsh", "fish"):
            with self.subTest(name):
                [line] = re.findall(rf"^((?:\S.*)?rel completion {name}\b[^#\n]*?) *(?:#.*)?$", readme, re.MULTILINE)
                shell = shell_called(self, name, line)
                self.assertEqual(shell.completed("rel log an"), ["rel", "log", "ann-lee"])
                self.assertEqual(shell.completed("rel completion f"), ["rel", "completion", "fish"])

    def test_nothing_is_made_or_said(self) -> None:
        env = {**self.env, "REL_DB": str(self.home / "none" / "rel.db")}
        for words in [["log", ""], ["done", ""], ["xyzzy", ""], [""], []]:
            done = self.run_rel("__complete", "--", *words, env=env)
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        self.assertFalse((self.home / "none").exists())
        broken = self.home / "broken.db"
        broken.write_bytes(b"no data file" * 100)
        done = self.run_rel("__complete", "--", "log", "", env={**self.env, "REL_DB": str(broken)})
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        change(self.db, "DELETE FROM people")  # and whoever has a tag is not there
        self.assertEqual(self.ok("__complete", "--", "list", "--tag", ""), "")

    def test_scripts_are_sound(self) -> None:
        for command in (["bash", "-n", FOLDER / "rel.bash"], ["zsh", "-n", FOLDER / "_rel"],
                        ["fish", "-n", FOLDER / "rel.fish"]):
            if shutil.which(command[0]):
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), command)


if __name__ == "__main__":
    harness.main()
