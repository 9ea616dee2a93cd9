"""The world of the cases: a data file made once, copied for each, and a bare environment."""

import json
import os
import subprocess
from pathlib import Path

NOW = "2026-11-21T09:00"  # a Saturday

CIRCLE = [
    ["add", "Ann Lee", "--tier", "1", "--phone", "+49 30 123456", "--alias", "annie", "--tag", "choir"],
    ["add", "Bo Berg", "--tier", "2"],
    ["add", "Tom Archer", "--tier", "none"],
    ["add", "Old Olga"],
    ["edit", "old-olga", "--archive"],
    ["add", "Zoë Bonnet"],
    ["add", "Łukasz Ørsted-Đorđević"],
    ["add", "Jürgen Groß"],
    ["add", "İpek Şahin"],
    ["add", "王小明"],
    ["add", "Lee, Christopher"],
    *(["add", f"Max {name}"] for name in ["Adler", "Busch", "Carl", "Dorn", "Ernst", "Falk"]),
    ["add", "Eve"],
    ["add", "Evelyn Ray"],
]

ENTRIES = {
    "contact": ["log", "ann", "call", "45m", "2026-10-29", "-m", "new job"],
    "touch": ["log", "bo", "chat", "yesterday"],
    "missed": ["log", "bo", "missed"],
    "remark": ["note", "ann", "allergic to nuts"],
    "ask": ["note", "ann", "surgery", "--ask", "2026-12-12 how did it go?"],
    "promise": ["promise", "ann", "send the Calvino book", "--by", "2026-11-28"],
    "snooze": ["snooze", "bo", "2w"],
}


def environment(folder: Path) -> dict[str, str]:
    """Nothing of the caller's environment but where programs are."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(folder),
        "TMPDIR": str(folder / "tmp"),
        "REL_DB": str(folder / "rel.db"),
        "REL_NOW": NOW,
        "TZ": "UTC",
        "EDITOR": "false",
        # A sanitized build says with a code of its own that it found something.
        "ASAN_OPTIONS": "detect_leaks=0:exitcode=99",
        "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99",
    }


class World:
    """The prepared data file and the ids of its entries."""

    def __init__(self, rel: str, folder: Path) -> None:
        folder.mkdir()
        (folder / "tmp").mkdir()
        for args in CIRCLE:
            self._run(rel, folder, args)
        self.ids = {name: self._run(rel, folder, args)["wrote"][0]["id"] for name, args in ENTRIES.items()}
        self.data = (folder / "rel.db").read_bytes()

    def with_ids(self, argument: str | bytes) -> str | bytes:
        """The argument with every `<promise>` replaced by the promise's id."""
        if isinstance(argument, str):
            for name, entry in self.ids.items():
                argument = argument.replace(f"<{name}>", entry)
        return argument

    @staticmethod
    def _run(rel: str, folder: Path, args: list[str]) -> dict:
        run = subprocess.run([rel, *args, "--format", "json"], env=environment(folder), cwd=folder,
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        if run.returncode != 0:
            raise SystemExit(f"the world can't be made: {args}: {run.stderr.decode(errors='replace')}")
        return json.loads(run.stdout)
