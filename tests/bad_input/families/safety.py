"""Forget, backup and restore: whom and what they refuse, and that nothing changes then."""

from case import NOBODY, done, refused, survived
from texts import NOT_UTF8

STALE = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504)  # begins as a journal does

CASES = [
    # Whom to forget, and that it must be meant.
    refused("forget", says="forget: whom?"),
    refused("forget", "ann", says="this would erase Ann Lee"),
    refused("forget", "ann", "bo", "--yes", says="bo"),
    refused("forget", "xyzzy", "--yes", says="nobody of that name", exits=3),
    refused("forget", "max", "--yes", says="max", exits=3),
    refused("forget", "", "--yes", says="", exits=(2, 3)),
    refused("forget", "<contact>", "--yes", says="", exits=3),
    refused("forget", "ann", "--yes", data=NOBODY, says="nobody is in the file yet", exits=3),
    *(refused("forget", text, "--yes", says="", exits=(2, 3)) for text in NOT_UTF8.values()),
    done("forget", "王", "--yes", says="forgotten"),
    done("forget", "--yes", "--", "ipek", says="forgotten"),
    # Where a copy can't go.
    refused("backup", "", says="FILE is empty"),
    refused("backup", "a", "b", says="b"),
    refused("backup", "--list", "x", says="--list and FILE"),
    refused("backup", "rel.db", says="is the data file itself"),
    refused("backup", "no/folder.db", says="No such file", exits=5),
    refused("backup", "diary.txt", says="is not a rel file", exits=4, files={"diary.txt": b"Dear diary"}),
    refused("backup", "empty", says="is empty", exits=4, files={"empty": b""}),
    refused("backup", "/dev/full", says="", exits=(4, 5)),
    refused("backup", data=NOBODY, says="there is no such file", exits=4),
    survived("backup", "file:x?mode=memory", exits=(0,)),
    survived("backup", ":memory:", exits=(0,)),
    # What is no copy.
    refused("restore", says="restore: which file?"),
    refused("restore", "", says="FILE is empty"),
    refused("restore", "rel.db", says="is the data file itself"),
    refused("restore", "nothing.db", says="there is no such file", exits=5),
    refused("restore", "tmp", says="is a folder", exits=4),
    refused("restore", "diary.txt", says="is not a rel file", exits=4, files={"diary.txt": b"Dear diary" * 1000}),
    refused("restore", "empty", says="is empty", exits=4, files={"empty": b""}),
    refused("restore", "/dev/zero", says="not a regular file", exits=4),
    refused("restore", "x.db", says="lies beside", exits=4, files={"x.db": b"x" * 4096, "x.db-journal": STALE}),
]
