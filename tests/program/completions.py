#!/usr/bin/env python3
"""The completions, driven by keys in the real shells: bash, zsh and fish."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import harness

FOLDER = Path(__file__).resolve().parents[2] / "completions"
CONTROLS = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-Za-z]|[=>78cM])|[\x0e\x0f]")

# What makes each shell quiet, and loads the completion of the checkout.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "PS1='ready> '; bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous on'; "
             f"source {FOLDER}/rel.bash"),
    "zsh": (["zsh", "-f", "-i"],
            "PS1='ready> '; RPS1=; unsetopt zle_bracketed_paste prompt_sp; bindkey -e; autoload -U compinit; "
            f"compinit -u -D; fpath=({FOLDER} $fpath); autoload -U _rel; compdef _rel rel"),
    "fish": (["fish", "--no-config", "--private", "-i"],
             "function fish_prompt; echo -n 'ready> '; end; set -g fish_greeting; set -g fish_autosuggestion_enabled 0; "
             f"source {FOLDER}/rel.fish"),
}


class Shell:
    """An interactive shell at a terminal of its own."""

    def __init__(self, name: str, env: dict[str, str], folder: Path) -> None:
        command, preparation = SHELLS[name]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, env | {"TERM": "xterm", "COLUMNS": "200", "LINES": "50"})
        self.shown = ""
        self.type(preparation + "\n")
        self.type("echo pre''pared\n")
        self.wait_for("prepared\r?\n")

    def type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def wait_for(self, pattern: str, seconds: float = 20) -> str:
        """Reads until the pattern is shown; what was shown until then."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.shown):
            ready, _, _ = select.select([self.terminal], [], [], 0.2)
            if ready:
                self.shown += CONTROLS.sub("", os.read(self.terminal, 65536).decode(errors="replace"))
            elif time.monotonic() > end:
                raise AssertionError(f"{pattern!r} was not shown but: {self.shown!r}")
        found = re.search(pattern, self.shown)
        before, self.shown = self.shown[: found.end()], self.shown[found.end():]
        return before

    def settle(self) -> None:
        """Waits until nothing more is shown."""
        while select.select([self.terminal], [], [], 0.7)[0]:
            self.shown += CONTROLS.sub("", os.read(self.terminal, 65536).decode(errors="replace"))

    def completed(self, typed: str) -> list[str]:
        """The words that a command line has become after a tab."""
        self.settle()
        self.shown = ""
        self.type(typed + "\t")
        self.settle()
        # Ctrl-A and Ctrl-E go to the ends of the line in all three.
        self.type("\x01printf '<%s>' BEGIN \x05 END; echo\n")
        shown = self.wait_for(r"<BEGIN>(<[^\r\n]*>)?<END>")
        return re.findall(r"<([^<>]*)>", shown[shown.rindex("<BEGIN>"):])[1:-1]

    def offered(self, typed: str, pattern: str) -> None:
        """Tabs show something that the pattern finds."""
        self.settle()
        self.shown = ""
        self.type(typed + "\t\t")
        self.wait_for(pattern)
        self.settle()
        self.type("\x15")

    def close(self) -> None:
        os.close(self.terminal)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)


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
        if not shutil.which(name):
            self.skipTest(f"no {name}")
        shell = Shell(name, self.env, self.home)
        self.addCleanup(shell.close)
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
            ("rel log l", ["rel", "log", "l"]) if name != "fish" else ("rel log luk", ["rel", "log", "lukasz-touch-hacked"]),
            ("rel log zoe-o-brien-touch-hacked,l", ["rel", "log", "zoe-o-brien-touch-hacked,l"])
            if name != "fish" else ("rel log ann-lee,luk", ["rel", "log", "ann-lee,lukasz-touch-hacked"]),
            ("rel due --format i", ["rel", "due", "--format", "ics"]),
            ("rel list --format i", ["rel", "list", "--format", "i"]),
        ]:
            self.assertEqual(shell.completed(typed), words, typed)
        # In zsh and fish a name finds its handle with its accents.
        if name != "bash":
            shell.offered("rel log ", r"Zoë O.Brien; touch hacked")
        else:
            shell.offered("rel log ", "zoe-o-?brien-touch-hacked")
        words = shell.completed("rel done ")
        self.assertEqual(len(words), 3, words)
        self.assertIn("kept", self.ok("done", words[2]))
        self.assertFalse((self.home / "hacked").exists())

    def test_bash(self) -> None:
        self.in_shell("bash")

    def test_zsh(self) -> None:
        self.in_shell("zsh")

    def test_fish(self) -> None:
        self.in_shell("fish")

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

    def test_scripts_are_sound(self) -> None:
        for command in (["bash", "-n", FOLDER / "rel.bash"], ["zsh", "-n", FOLDER / "_rel"],
                        ["fish", "-n", FOLDER / "rel.fish"]):
            if shutil.which(command[0]):
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), command)


if __name__ == "__main__":
    harness.main()
