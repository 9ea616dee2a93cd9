"""A rich data file, and what a bad disk or a hostile hand makes of it. All of it is in memory, and by a seed."""

import hashlib
import json
import random
import re
import sqlite3
import struct
import subprocess
from pathlib import Path
from typing import NamedTuple

NOW = "2026-11-30T09:00"
HOSTILE = ("\x1b]0;t\x07\x1b[31m", "\u009b31m", "\u202eevil\u2066", "$(touch x)`", "\x7f\x85", "\r\nBCC: x", "\x00", "a\tb\\c")
TEXTS = (*HOSTILE, "", " ", "x" * 70_000, " " * 3_000, "a\n" * 500, "王" * 300, "-", "%s%n", "\ufeff", "9" * 400)
BYTES = (b"\xff\xfe", b"\x80" * 200, b"\xc3", b"\xed\xa0\x80", b"A\x9bm")  # which are no text
INTEGERS = (0, 1, -1, 2, 127, -128, 32_768, 2**31 - 1, 2**31, -(2**31), 2**32, 10**9, -(10**9), 3_000_000, -3_000_000,
            719_528, -719_529, 2_932_896, 2**53, 10**15, 2**63 - 1, -(2**63))
REALS = (0.0, -0.0, 0.5, -1.0, 1e-300, 1e9, 1e18, -1e18, 1e300, -1e300, float("inf"), float("-inf"))
ARCHIVE_PEOPLE, ARCHIVE_DAYS = 7, 420


class Damaged(NamedTuple):
    name: str  # what was done, for people
    data: bytes


def archive() -> dict:
    """People of every kind with talks over a year, and texts that would do harm where they are shown raw."""
    chance = random.Random(1)
    day = lambda ago: (__import__("datetime").date(2026, 11, 29) - __import__("datetime").timedelta(days=ago)).isoformat()
    tiers = ("very-high", "high", "moderate", "none")
    people = [{"handle": f"p{i}", "name": f"Person {i}{HOSTILE[i] if i < 5 else ''}".replace("\x00", ""),
               "tier": tiers[i % 4], "every_days": 9 if i == 2 else None, "added": day(500), "start": day(500),
               "considered": day(300), "last": day(450) if i == 1 else None, "purpose": HOSTILE[1] if i == 0 else None,
               "aliases": [f"alias {i}"], "phones": [f"+49 30 {i}00"], "emails": [f"p{i}@x.example"],
               "tags": [("work", "family")[i % 2], "tag" + HOSTILE[i % 3]],
               "dates": [{"name": "birthday", "month": 12, "day": 1 + i, "year": (None, 1980)[i % 2]}],
               "real_by": ["letter"] if i == 3 else [], "archived": i == 5, "deceased": i == 6}
              for i in range(ARCHIVE_PEOPLE)]
    channels = ("met", "call", "video", "chat", "email", "letter", "voice", "social")
    kinds = ("contact", "contact", "contact", "tried", "missed", "owed")
    contacts = [{"with": chance.sample([f"p{i}" for i in range(ARCHIVE_PEOPLE)], chance.choice((1, 1, 1, 2, 3))),
                 "on": day(ago), "time": chance.choice((None, "18:30")), "channel": chance.choice(channels),
                 "minutes": chance.choice((None, 5, 20, 45, 200)), "by": chance.choice((None, "me", "them")),
                 "depth": chance.choice((None, "small", "deep")), "kind": chance.choice(kinds),
                 "others": chance.choice((0, 0, 3)), "note": chance.choice((None, "a walk", HOSTILE[0] + "note"))}
                for ago in range(0, ARCHIVE_DAYS, 6)]
    return {"schema": 1, "command": "export", "people": people, "contacts": contacts}


class Rich:
    """The file, and what the commands name in it."""

    def __init__(self, rel: Path, folder: Path) -> None:
        self.path = folder / "rich.db"
        self.names: dict[str, str] = {}
        env = {"HOME": str(folder), "TZ": "Europe/Berlin", "PATH": "/nowhere"}

        def run(*args: str, now: str = NOW) -> list[dict]:
            done = subprocess.run([rel, "--db", self.path, *args, "--format", "json"], env=env | {"REL_NOW": now},
                                  capture_output=True, stdin=subprocess.DEVNULL, check=False)
            assert done.returncode == 0, (args, done.stderr)
            return json.loads(done.stdout or b"{}").get("wrote", [])

        (folder / "archive.json").write_text(json.dumps(archive()))
        (folder / "contacts.csv").write_text("who,on,channel,minutes\n" + "".join(
            f"Ann Lee,2026-10-{day:02},call,30\nBo Ray,2026-09-{day:02},met,60\n" for day in range(1, 29, 3)))
        run("add", "Ann Lee", "--tier", "1", "--phone", "+49 30 1", "--birthday", "12-05", "--purpose", "laughs")
        run("add", "Bo Ray", "--tier", "2", "--every", "3w")
        run("add", "Bob Ray", "--tier", "2", "--email", "bo@x.example")
        run("import", str(folder / "contacts.csv"))
        run("undo")
        run("redo")
        run("import", str(folder / "archive.json"))
        run("merge", "bo-ray", "bob-ray", "--yes")
        run("snooze", "ann", "2w", "--why", "travels", now="2026-08-01T09:00")
        run("snooze", "bo", "2026-12-01", "--agreed", "dinner")
        run("snooze", "--everyone", "2026-12-02")
        run("review", "--intend", "ann: a walk every week", "--done", now="2026-09-01T09:00")
        self.names["promise"] = run("promise", "bo", "a map by 2026-12-03")[0]["id"]
        run("promise", "ann", "the ladder", "--theirs")
        self.names["remark"] = run("note", "ann", "surgery", "--ask", "2026-12-04 how did it go?")[0]["id"]
        self.names["contact"] = run("log", "ann,bo", "met", "1h", "-m", "the secret is blue")[0]["id"]
        run("log", "p1", "--missed")
        run("log", "p2", "--tried", now="2026-11-20T09:00")
        gone = run("log", "ann", "25m", "-m", "to be removed")[0]["id"]
        run("edit", "ann", "--alias", "annie")
        run("remove", gone)
        (folder / "group.json").write_text(json.dumps({"groups": [{"tag": "choir", "tier": "high", "every_days": 14}]}))
        run("import", str(folder / "group.json"))
        (folder / "lines.txt").write_text("ann call 20 yesterday\n")
        run("inbox", str(folder / "lines.txt"))
        run("promise", "ann", "a cake")
        run("undo")
        self.data = self.path.read_bytes()
        self.loose, self.schema = without_rules(self.data)
        self.copy = folder / "copy.db"
        self.copy.write_bytes(self.data)
        self.names |= {"copy": str(self.copy), "archive": str(folder / "archive.json")}


def opened(data: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(data)
    database.execute("PRAGMA writable_schema = ON")
    return database


def without_rules(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """The file with tables that take every value, and what its schema reads like."""
    database = opened(data)
    schema = database.execute("SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    for sql, name in schema:
        loose = re.sub(r" (INTEGER|TEXT|REAL|BLOB)(?! PRIMARY)", "", sql).replace(" STRICT,", "").replace(" STRICT", "")
        loose = re.sub(r" NOT NULL| CHECK \((?:[^()]|\([^()]*\))*\)| REFERENCES \w+", "", loose)
        database.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
    return database.serialize(), schema


class Editing:
    """A copy of the rich file that takes any value; `data` has the rules in it again, as no check would notice."""

    def __init__(self, rich: Rich) -> None:
        self.rich = rich
        self.database = opened(rich.loose)

    def data(self) -> bytes:
        for sql, name in self.rich.schema:
            self.database.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
        data = bytearray(self.database.serialize())
        data[92:96] = data[24:28]  # as if one program had written it
        data[18:20] = self.rich.data[18:20]
        return bytes(data)


def columns(rich: Rich, types: tuple[str, ...]) -> list[tuple[str, str]]:
    database = sqlite3.connect(":memory:")
    database.deserialize(rich.data)
    return [(table, column[1]) for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for column in database.execute(f"PRAGMA table_info({table})").fetchall() if column[2] in types]


def with_value(rich: Rich, chance: random.Random, table: str, column: str, value: object, rows: str) -> Damaged | None:
    editing = Editing(rich)
    keys = [row[0] for row in editing.database.execute(f"SELECT {column} FROM {table}").fetchall()]
    if not keys:
        return None
    where, old = ("", ()) if rows == "all" else (f" WHERE {column} IS ?", (chance.choice(keys),))
    try:
        editing.database.execute(f"UPDATE {table} SET {column} = ?{where}", (value, *old))
    except sqlite3.IntegrityError:  # two rows can't have one key
        return None
    return Damaged(f"{table}.{column} = {value!r:.40} ({rows})", editing.data())


def extremes(rich: Rich) -> list[tuple]:
    """Every number of every table to each extreme, in one row and in all of them."""
    return [(table, column, value, rows)
            for types, values in (("INTEGER", INTEGERS), ("REAL", REALS))
            for table, column in columns(rich, (types,)) for value in values for rows in ("one", "all")]


def random_cells(rich: Rich, chance: random.Random) -> Damaged | None:
    """Some cells to anything, of whatever type."""
    table, column = chance.choice(columns(rich, ("INTEGER", "REAL", "TEXT", "BLOB")))
    value = chance.choice([chance.choice(TEXTS), chance.choice(INTEGERS), chance.choice(REALS), None,
                           chance.choice(BYTES), chance.randrange(-(10**6), 10**6)])
    if isinstance(value, bytes) and column not in ("hash", "changes"):
        editing = Editing(rich)  # as text, which no library would write
        try:
            editing.database.execute(f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE rowid % 3 = 0"
                                     if table in ("people", "contacts", "remarks", "promises", "snoozes")
                                     else f"UPDATE {table} SET {column} = CAST(? AS TEXT)", (value,))
        except sqlite3.IntegrityError:
            return None
        return Damaged(f"{table}.{column} = {value!r:.40} as text", editing.data())
    return with_value(rich, chance, table, column, value, chance.choice(("one", "one", "all")))


def flipped_bits(rich: Rich, chance: random.Random) -> Damaged:
    data = bytearray(rich.data)
    bits = [chance.randrange(len(data) * 8) for _ in range(chance.choice((1, 1, 1, 2, 8)))]
    for bit in bits:
        data[bit // 8] ^= 1 << bit % 8
    return Damaged(f"bits {bits}", bytes(data))


def hashed(before: bytes, row: tuple) -> bytes:
    """The hash of a row of the history, as the format of the file has it."""
    seq, step, at, command, action, target, changes = row
    number = lambda value: struct.pack("<q", value or 0)
    text = lambda value: number(len(value)) + value
    return hashlib.sha256(text(before) + number(seq) + number(step) + number(at) + text(command) + number(action) +
                          number(target) + text(changes)).digest()


def chain_anew(database: sqlite3.Connection) -> None:
    before = b""
    for row in database.execute("SELECT seq, step, at, CAST(command AS BLOB), action, target, CAST(changes AS BLOB)"
                                " FROM history ORDER BY seq").fetchall():
        try:
            before = hashed(before, row)
        except (struct.error, TypeError):
            return
        database.execute("UPDATE history SET hash = ? WHERE seq = ?", (before, row[0]))


def mutated(changes: bytes, others: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(changes) + 1)
    match chance.randrange(8):
        case 0:
            return changes[:at]
        case 1:
            return changes[:at] + changes[at + chance.randrange(1, 20):]
        case 2:
            return changes[:at] + bytes([chance.choice((0, 1, 3, 5, 9, 18, 23, 84, 127, 128, 255))]) + changes[at + 1:]
        case 3:
            return changes[:at] + chance.randbytes(chance.randrange(1, 12)) + changes[at:]
        case 4:
            return changes + chance.choice(others)
        case 5:
            return chance.choice(others)
        case 6:
            return chance.choice((b"T", b"L", b"P", b"T\x10", b"T\x04\x01\x02\0\0intentions\0", b"", b"T" * 500))
    flipped = bytearray(changes or b"T")
    for _ in range(chance.choice((1, 1, 4))):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def mutated_history(rich: Rich, chance: random.Random) -> Damaged:
    """Changes that nobody made, or steps in another order, with the hashes that they would have."""
    editing = Editing(rich)
    rows = editing.database.execute("SELECT seq, changes FROM history").fetchall()
    seq, changes = chance.choice(rows[-8:] if chance.randrange(2) else rows)
    if chance.randrange(5):
        editing.database.execute("UPDATE history SET changes = ? WHERE seq = ?",
                                 (mutated(changes, [row[1] for row in rows], chance), seq))
    else:
        column = chance.choice(("step", "action", "target", "at"))
        editing.database.execute(f"UPDATE history SET {column} = ? WHERE seq = ?",
                                 (chance.choice([*range(5), *(row[0] for row in rows), *INTEGERS]), seq))
    chain_anew(editing.database)
    return Damaged(f"history row {seq}, chain anew", editing.data())
