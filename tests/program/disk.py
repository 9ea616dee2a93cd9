"""A disk that may lose power: what was synced is on it; whatever was not may be there, be gone, or be there in part.

Files are known by inode, not by name. A new, renamed or removed name is on the disk once its folder is synced.
"""

import dataclasses
import random
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

SECTOR = 512
CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,mkdir,rmdir,close"
LINE = re.compile(r"\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
ARGUMENT = re.compile(r'"((?:\\x..)*)"|([^",]+)')


@dataclasses.dataclass
class Inode:
    """A file's bytes that are on the disk for sure, and what was written since: a place and bytes, or a size."""

    synced: bytearray = dataclasses.field(default_factory=bytearray)
    unsynced: list[tuple[int, bytes | None]] = dataclasses.field(default_factory=list)


def write(content: bytearray, place: int, data: bytes) -> None:
    content.extend(bytes(max(0, place + len(data) - len(content))))
    content[place : place + len(data)] = data


def cut(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


class Disk:
    """What a run did to the files below a folder, call by call."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.names: dict[Path, Inode | None] = {}  # on the disk for sure; None is a folder
        self.unsynced: list[tuple[Path, dict[Path, Inode | None | str]]] = []  # by folder; "" takes a name away
        self.open: dict[int, Inode | Path] = {}
        self.now: dict[Path, Inode | None] = {}  # as the run sees it
        for path in sorted(root.rglob("*")):
            self.names[path] = Inode(bytearray(path.read_bytes())) if path.is_file() else None
        self.now = dict(self.names)

    # --- What the run does

    def play(self, log: str) -> Iterator[str]:
        """Does each call that is on record, and says which it was: `answer` is an answer to the user."""
        for line in log.splitlines():
            if not (parts := LINE.match(line)) or int(parts[3]) < 0:
                continue
            args = [bytes.fromhex(text.replace("\\x", "")) if text or not other else other.strip()
                    for text, other in ARGUMENT.findall(parts[2]) if text or other.strip()]
            if (done := self.call(parts[1], args, int(parts[3]))) is not None:
                yield done

    def call(self, name: str, args: list, result: int) -> str | None:
        paths = [Path(os.fsdecode(arg)) for arg in args if isinstance(arg, bytes) and arg.startswith(b"/")]
        if name == "openat":
            return self.opened(paths[0], args[2], result) if paths else None
        if name == "write" and args[0] == "1":
            return "answer"
        if name == "unlinkat" and args[0].isdigit():
            assert int(args[0]) not in self.open, "a name below a descriptor is not known to this disk"
            return None
        if name in ("mkdir", "unlink", "unlinkat", "rmdir", "rename", "renameat2", "link"):
            return self.renamed(name, paths)
        if name == "close":
            self.open.pop(int(args[0]), None)
            return None
        target = self.open.get(int(args[0])) if str(args[0]).isdigit() else None
        return None if target is None else self.changed(name, args, target)

    def opened(self, path: Path, flags: str, descriptor: int) -> str | None:
        if path != self.root and self.root not in path.parents:
            return None
        made = path not in self.now and "O_CREAT" in flags
        if made:
            self.rename(path.parent, {path: Inode()})
        self.open[descriptor] = self.now.get(path) or path
        assert "O_TRUNC" not in flags or made
        return f"make {path.name}" if made else None

    def renamed(self, name: str, paths: list[Path]) -> str | None:
        if any(self.root not in path.parents for path in paths):
            return None
        if name == "mkdir":
            self.rename(paths[0].parent, {paths[0]: None})
        elif len(paths) == 1:
            self.rename(paths[0].parent, {paths[0]: ""})
        else:
            gone = {} if name == "link" else {paths[0]: ""}
            self.rename(paths[1].parent, {paths[1]: self.now[paths[0]], **gone})
        return f"{name} {paths[-1].name}"

    def rename(self, folder: Path, names: dict) -> None:
        self.unsynced.append((folder, names))
        self.apply(self.now, names)

    @staticmethod
    def apply(there: dict, names: dict) -> None:
        for path, what in names.items():
            if what == "":
                there.pop(path, None)
            else:
                there[path] = what

    def changed(self, name: str, args: list, target: Inode | Path) -> str:
        if name in ("pwrite64", "write"):
            place = int(args[3]) if name == "pwrite64" else self.size(target)
            target.unsynced.append((place, args[1]))
        elif name == "ftruncate":
            target.unsynced.append((int(args[1]), None))
        elif isinstance(target, Path):
            for folder, names in self.unsynced:
                if folder == target:
                    self.apply(self.names, names)
            self.unsynced = [(folder, names) for folder, names in self.unsynced if folder != target]
        else:
            target.synced, target.unsynced = self.content(target, lambda data: data), []
        return f"{name} {target.name if isinstance(target, Path) else ''}"

    def size(self, inode: Inode) -> int:
        return len(self.content(inode, lambda data: data))

    # --- What is there after the power was lost

    @staticmethod
    def content(inode: Inode, keep: Callable) -> bytearray:
        """Its bytes where `keep` says of each write what of it is on the disk: all, None, or a part."""
        content = bytearray(inode.synced)
        for place, data in inode.unsynced:
            if data is None:
                if keep(b"size") is not None:
                    cut(content, place)
            else:
                kept = keep(data)
                for at, part in kept if isinstance(kept, list) else [] if kept is None else [(0, kept)]:
                    write(content, place + at, part)
        return content

    def after_loss(self, keep_write: Callable, keep_name: Callable) -> dict[Path, bytes | None]:
        """The files and folders that are found."""
        names = dict(self.names)
        for _, changes in self.unsynced:
            if keep_name():
                self.apply(names, changes)
        there: dict[Path, bytes | None] = {}
        for path in sorted(names):
            if path.parent == self.root or path.parent in there:
                inode = names[path]
                there[path] = None if inode is None else bytes(self.content(inode, keep_write))
        return there

    def losses(self, chance: random.Random, random_ones: int) -> Iterator[dict[Path, bytes | None]]:
        """All of what was not synced is gone; all is there; any of it; any of it, torn at sectors."""
        yield self.after_loss(lambda _: None, lambda: False)
        yield self.after_loss(lambda data: data, lambda: True)
        yield self.after_loss(lambda data: data, lambda: False)
        yield self.after_loss(lambda _: None, lambda: True)
        for turn in range(random_ones):
            odds = chance.choice((0.1, 0.5, 0.9))
            keep = (lambda data: data if chance.random() < odds else None) if turn % 2 else (
                lambda data: self.torn(data, chance, odds))
            yield self.after_loss(keep, lambda: chance.random() < odds)

    @staticmethod
    def torn(data: bytes, chance: random.Random, odds: float) -> list[tuple[int, bytes]]:
        """Those sectors of a write that reached the disk."""
        return [(at, data[at : at + SECTOR]) for at in range(0, len(data), SECTOR) if chance.random() < odds]
