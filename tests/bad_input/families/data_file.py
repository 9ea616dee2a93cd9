"""The data file: absent, empty, cut, flipped, foreign, newer, extended, or no file at all."""

import os
import random
import socket
import sqlite3
import tempfile
from pathlib import Path

from case import NOBODY, Altered, Case, done, refused, survived

READ = ("due",)
WRITE = ("log", "ann")
BEGIN = ("add", "Una")
ALL_OF_ANN = ("show", "ann")
BOTH = (READ, WRITE)


def with_sql(*statements: str) -> Altered:
    """The file after another program ran these statements."""

    def alter(data: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.db"
            path.write_bytes(data)
            database = sqlite3.connect(path)
            for statement in statements:
                database.execute(statement)
            database.commit()
            database.close()
            return path.read_bytes()

    return Altered(alter)


def flipped(place: float, bit: int) -> Altered:
    """The file with one bit flipped, so far into it."""

    def alter(data: bytes) -> bytes:
        at = int(place * len(data))
        return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1:]

    return Altered(alter)


def foreign_sqlite(application: int = 0) -> bytes:
    """A database of another program."""
    return with_sql(f"PRAGMA application_id = {application}", "CREATE TABLE t (x)").alter(b"")


def bound_socket(path: Path) -> None:
    """A socket where the file should be."""
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket is short
    socket.socket(socket.AF_UNIX).bind(path.name)
    os.chdir(here)


NO_FILES = {
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "a fifo": (os.mkfifo, "not a regular file"),
    "a socket": (bound_socket, "not a regular file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
    "a full device": (lambda path: path.symlink_to("/dev/full"), "not a regular file"),
    "a dangling link": (lambda path: path.symlink_to("nowhere"), "rel.db"),
    "a loop of links": (lambda path: path.symlink_to("rel.db"), "rel.db"),
}

FOREIGN = {
    "nothing in it": (b"", "empty"),
    "text": (b"Dear diary,\n", "rel"),
    "one byte": (b"S", "rel"),
    "much text": (b"x" * 100_000, "rel"),
    "zeros": (b"\0" * 100_000, "rel"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 4096, "rel"),
    "a foreign database": (foreign_sqlite(), "another program"),
    "another application": (foreign_sqlite(0x12345678), "another program"),
    "only the magic": (b"SQLite format 3\0", "rel"),
}

EXTENDED = {
    "a trigger": with_sql("CREATE TRIGGER x AFTER INSERT ON contacts BEGIN DELETE FROM people; END"),
    "a view": with_sql("CREATE VIEW x AS SELECT * FROM people"),
    "an index": with_sql("CREATE INDEX x ON people (name)"),
    "a table": with_sql("CREATE TABLE x (y)"),
    "a virtual table": with_sql("CREATE VIRTUAL TABLE x USING fts5(y)"),
    "a generated column": with_sql("ALTER TABLE people ADD COLUMN x TEXT AS (hex(name))"),
    "a column": with_sql("ALTER TABLE people ADD COLUMN x TEXT"),
    "a table with a check": with_sql("CREATE TABLE x (y CHECK (length(hex(y)) > 0))"),
}

CUT = {
    "half": Altered(lambda data: data[:len(data) // 2]),
    "a page": Altered(lambda data: data[:-4096]),
    "a byte": Altered(lambda data: data[:-1]),
    "all but the header": Altered(lambda data: data[:100]),
    "all but a page": Altered(lambda data: data[:4096]),
    "the front": Altered(lambda data: data[4096:]),
}

HEADER = {
    "the magic": Altered(lambda data: b"X" + data[1:]),
    "the page size": Altered(lambda data: data[:16] + b"\xff\xff" + data[18:]),
    "the write version": Altered(lambda data: data[:18] + b"\x09\x09" + data[20:]),
    "the schema format": Altered(lambda data: data[:44] + b"\0\0\0\x63" + data[48:]),
    "the encoding": Altered(lambda data: data[:56] + b"\0\0\0\x02" + data[60:]),
    "all of it": Altered(lambda data: b"\xff" * 100 + data[100:]),
    "appended bytes": Altered(lambda data: data + b"x" * 4096),
}

_random = random.Random(2026)
FLIPS = [flipped(_random.random(), _random.randrange(8)) for _ in range(60)]
HEADER_FLIPS = [flipped(_random.random() * 0.0007, _random.randrange(8)) for _ in range(20)]

CASES: list[Case] = [
    # Absent: nobody yet, and a read command makes nothing.
    done("due", nothing_out=True, data=NOBODY),
    done("--db", "no/folder/x.db", "due", nothing_out=True, data=NOBODY),
    done("add", "Una", data=NOBODY, then=("list",), keeps="Una"),
    # No file of ours: refused for reading, changing and beginning.
    *(refused(*line, says=says, exits=4, data=NOBODY, files={"rel.db": make})
      for make, says in NO_FILES.values() for line in (*BOTH, BEGIN)),
    *(refused(*line, says=says, exits=4, data=data) for data, says in FOREIGN.values() for line in (*BOTH, BEGIN)),
    *(refused(*line, says="newer rel", exits=4, data=with_sql("PRAGMA user_version = 9999")) for line in BOTH),
    *(refused(*line, says="tables", exits=4, data=data) for data in EXTENDED.values() for line in BOTH),
    # Cut, or with bits flipped: found out, or of no matter to the command.
    *(survived(*line, exits=(0, 4), data=data) for data in CUT.values() for line in (*BOTH, ALL_OF_ANN)),
    *(refused(*ALL_OF_ANN, says="rel.db", exits=4, data=CUT[what]) for what in ("half", "all but a page", "the front")),
    *(survived(*line, exits=(0, 4), data=data) for data in HEADER.values() for line in BOTH),
    *(survived(*line, exits=(0, 3, 4), data=data) for data in FLIPS + HEADER_FLIPS for line in (ALL_OF_ANN, WRITE)),
    # A journal that belongs to nothing.
    survived("due", exits=(0, 4), files={"rel.db-journal": b""}),
    survived("due", exits=(0, 4), files={"rel.db-journal": b"garbage" * 1000}),
    survived("due", exits=(0, 4), files={"rel.db-wal": b"garbage" * 1000}),
]
