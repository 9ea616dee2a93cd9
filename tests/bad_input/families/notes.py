"""Notes, remarks, promises and reasons: everything is kept to the letter, and shown harmless."""

from pathlib import Path

from case import kept, refused
from texts import CONTROLS, INVISIBLE, LINE_BREAKS, NOT_UTF8, TO_THE_LETTER

MEBIBYTE = 1024 * 1024

# Every place where a free text goes, with a command that takes it.
PLACES = {
    "a note": lambda text: ("log", "ann", "-m", text),
    "a remark": lambda text: ("note", "ann", "--", text),
    "a promise": lambda text: ("promise", "ann", "--", text),
    "heard": lambda text: ("log", "ann", "--heard", text),
    "the question of an ask": lambda text: ("log", "ann", "--ask", f"2026-12-12 {text}"),
    "their promise": lambda text: ("log", "ann", "--they-promised", text),
    "why": lambda text: ("snooze", "ann", "2w", "--why", text),
    "agreed": lambda text: ("snooze", "ann", "sat", f"--agreed={text}"),
    "purpose": lambda text: ("edit", "ann", "--purpose", text),
    "an edited remark": lambda text: ("edit", "<remark>", "-m", text),
    "an edited promise": lambda text: ("edit", "<promise>", "-m", text),
}

HARD = ["'); DROP TABLE person;--", "{0:*^99999999}", "%s%n", '"quoted"', "[a,b]", "$(x)", "=1+1", "👩‍👩‍👧 🇩 ☎️"]

CASES = [
    # What a terminal would obey is kept; every run checks that it is shown escaped.
    *(kept(text, "log", "ann", "-m", text) for text in CONTROLS.values()),
    *(kept(CONTROLS["clear screen"], *place(CONTROLS["clear screen"])) for place in PLACES.values()),
    *(kept(CONTROLS["right-to-left override"], *place(CONTROLS["right-to-left override"]))
      for place in PLACES.values()),
    *(kept(text, *place(text)) for place in PLACES.values() for text in LINE_BREAKS),
    # To the letter: every text in a note, the hard ones everywhere.
    *(kept(text, "log", "ann", "-m", text) for text in TO_THE_LETTER),
    *(kept(text, *place(text)) for place in PLACES.values() for text in HARD),
    kept("new job; nervous", "log", "ann", "new job; nervous"),
    kept("-", "log", "ann", "--heard", "-"),
    kept("-x", "log", "ann", "-m", "-x"),
    kept("--tier 1", "log", "ann", "--note=--tier 1"),
    kept("a  b", "note", "ann", "a  b"),
    kept("-rf", "note", "ann", "--", "-rf"),
    refused("note", "ann", "-rf", says="goes after --"),
    # Empty.
    *(refused("log", "ann", "-m", text, says="note: empty") for text in INVISIBLE),
    *(refused("note", "ann", text, says="note: empty") for text in INVISIBLE),
    *(refused("promise", "ann", text, says="promise: empty") for text in INVISIBLE),
    *(refused("edit", "ann", "--purpose", text, says="purpose: empty") for text in INVISIBLE),
    *(refused("log", "ann", "--heard", text, says="--heard: empty") for text in INVISIBLE[:3]),
    *(refused("log", "ann", "--promise", text, says="--promise: empty") for text in INVISIBLE[:3]),
    *(refused("log", "ann", "--they-promised", text, says="--they-promised: empty") for text in INVISIBLE[:3]),
    *(refused("snooze", "ann", "2w", "--why", text, says="--why: empty") for text in INVISIBLE[:3]),
    refused("log", "ann", "--note=", "call", says="note: empty"),
    refused("log", "ann", "--note=", says="note: empty"),
    refused("note", "ann", says="what did they tell you?"),
    refused("note", says="whom"),
    refused("promise", "ann", says="what was promised?"),
    refused("promise", says="whom"),
    # Bytes that are no text.
    *(refused("log", "ann", "-m", text, says="not UTF-8") for text in NOT_UTF8.values()),
    *(refused("note", "ann", text, says="not UTF-8") for text in NOT_UTF8.values()),
    *(refused("log", "ann", "-", says="not UTF-8", stdin=text) for text in NOT_UTF8.values()),
    # Standard input.
    kept("line 1\nline 2", "log", "ann", "-", stdin=b"line 1\nline 2\n"),
    kept("line 1\nline 2", "log", "ann", "-m", "-", stdin=b"line 1\nline 2\n"),
    kept("from stdin", "note", "ann", "-", stdin=b"  from stdin \n"),
    kept("from stdin", "promise", "ann", "-", stdin=b"from stdin"),
    kept("x\x1b[2Jy", "note", "ann", "-", stdin=b"x\x1b[2Jy"),
    refused("note", "ann", "-", says="note: empty", stdin=b""),
    refused("log", "ann", "-", says="note: empty", stdin=b" \n\t\n"),
    refused("note", "ann", "-", says="NUL byte at offset 3", stdin=b"abc\0def"),
    refused("log", "ann", "-", says="NUL byte at offset 0", stdin=b"\0"),
    refused("promise", "ann", "-", says="NUL byte at offset 2", stdin=b"ab\0"),
    refused("note", "ann", "-", says="standard input", closed="0", exits=5),
    refused("log", "ann", "-", says="standard input", closed="0", exits=5),
    refused("edit", "-", says="standard input", closed="0", exits=5),
    # Length.
    kept("x" * MEBIBYTE, "note", "ann", "-", stdin=b"x" * MEBIBYTE),
    refused("note", "ann", "-", says="longer than 1 MiB", stdin=b"x" * (MEBIBYTE + 1)),
    refused("log", "ann", "-", says="longer than 1 MiB", stdin=b"x" * (8 * MEBIBYTE)),
    kept("x" * 100_000, "log", "ann", "-m", "x" * 100_000),
    # Input without end is not read to its end.
    refused("note", "ann", "-", says="longer than 1 MiB", stdin=Path("/dev/zero")),
    refused("log", "ann", "-", says="longer than 1 MiB", stdin=Path("/dev/zero")),
    refused("edit", "-", says="longer than 16 MiB", stdin=Path("/dev/zero")),
    # A note twice, in any of its ways.
    refused("log", "ann", "a note", "-m", "b", says="a second note"),
    kept("a note b note", "log", "ann", "a note", "b note"),
    kept("a note -", "log", "ann", "a note", "-", stdin=b"x"),
    refused("log", "ann", "-", "a note", says="a second note", stdin=b"x"),
    refused("log", "ann", "-m", "x", "-", says="a second note", stdin=b"x"),
    refused("log", "ann", "-m", "x", "-e", says="only one of the two"),
    refused("log", "ann", "a note", "-e", says="only one of the two"),
]
