"""Interactive shells, driven by keys at a terminal of their own, with the completions of the checkout."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "completions"
CONTROLS = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-Za-z]|[=>78cM])|[\x0e\x0f]")

# What makes each shell quiet, and what loads the completion of the checkout.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "PS1='ready> '; bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous on'",
             f"source {FOLDER}/rel.bash"),
    "zsh": (["zsh", "-f", "-i"],
            "PS1='ready> '; RPS1=; unsetopt zle_bracketed_paste prompt_sp; bindkey -e; autoload -U compinit; "
            "compinit -u -D",
            f"fpath=({FOLDER} $fpath); autoload -U _rel; compdef _rel rel"),
    "fish": (["fish", "--no-config", "--private", "-i"],
             "function fish_prompt; echo -n 'ready> '; end; "
             "set -g fish_greeting; set -g fish_autosuggestion_enabled 0",
             f"source {FOLDER}/rel.fish"),
}


class Shell:
    def __init__(self, name: str, env: dict[str, str], folder: Path, loading: str = "") -> None:
        """`loading` is another line that loads the completion."""
        command, quiet, usual_loading = SHELLS[name]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 250, 0, 0))
            os.execvpe(command[0], command, env | {"TERM": "xterm"})
        self.shown = ""
        self.run(f"{quiet}; {loading or usual_loading}")

    def type(self, keys: str) -> None:
        """Types, while it reads what is shown: else neither side might go on."""
        left = keys.encode()
        while left:
            readable, writable, _ = select.select([self.terminal], [self.terminal], [], 20)
            if readable:
                self.read()
            elif writable:
                left = left[os.write(self.terminal, left[:64]):]

    def read(self) -> None:
        self.shown += CONTROLS.sub("", os.read(self.terminal, 65536).decode(errors="replace"))

    def wait_for(self, pattern: str) -> str:
        """Reads until the pattern is shown; what was shown until then."""
        end = time.monotonic() + 60
        while not re.search(pattern, self.shown):
            if select.select([self.terminal], [], [], 0.2)[0]:
                self.read()
            elif time.monotonic() > end:
                raise AssertionError(f"{pattern!r} was not shown but: {self.shown!r}")
        found = re.search(pattern, self.shown)
        before, self.shown = self.shown[: found.end()], self.shown[found.end():]
        return before

    def run(self, line: str) -> None:
        """Runs what is typed, together with what stands there already, and waits until the shell is ready again."""
        self.type(line + "\n")
        self.type("echo do''ne\n")
        self.wait_for(r"done\r?\n(?s:.*)ready> ")

    def completed(self, typed: str) -> list[str]:
        """The words that a command line has become after a tab."""
        # Ctrl-A and Ctrl-E go to the ends of the line in all three.
        self.type(typed + "\t\x01printf '<%s>' BEGIN \x05 END; echo\n")
        shown = self.wait_for(r"<BEGIN>(<[^\r\n]*>)?<END>")
        self.run("")
        return re.findall(r"<([^<>]*)>", shown[shown.rindex("<BEGIN>"):])[1:-1]

    def offered(self, typed: str, pattern: str) -> None:
        """Tabs show something that the pattern finds."""
        self.shown = ""
        self.type(typed + "\t\t")
        self.wait_for(pattern)
        self.type("\x15")
        self.run("")

    def close(self) -> None:
        os.close(self.terminal)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
