"""Address books: broken, hostile, large, half good."""

import os

from case import NOBODY, done, refused
from texts import CONTROLS


def card(*lines: str, begin: str = "BEGIN:VCARD", end: str = "END:VCARD") -> bytes:
    """One card with these lines."""
    return "".join(line + "\r\n" for line in [begin, "VERSION:3.0", *lines, end] if line).encode()


def imported(name: str, content: bytes, *more: str, says: str = "1 new"):
    """The card is taken, and the name is in the list to the letter."""
    return done("import", "a.vcf", *more, says=says, data=NOBODY, files={"a.vcf": content}, then=("list",),
        keeps=name)


def refuse(content: bytes, says: str):
    """The file is refused as a whole, and nobody is in the file."""
    return refused("import", "a.vcf", says=says, files={"a.vcf": content})


ANN = card("FN:Ada Kern", "TEL:+49 30 999999")
NAMELESS = card("TEL:")
STRANGERS = b"".join(card(f"FN:Stranger {n}", f"TEL:+49 40 {100000 + n}") for n in range(900))


def folder_of_cards(path) -> None:
    """A folder with ten thousand cards."""
    path.mkdir()
    for n in range(10_000):
        (path / f"{n}.vcf").write_bytes(card(f"FN:Many {n}", f"UID:many-{n}"))


BIRTHDAYS = [
    "BDAY:--0203", "BDAY:1980-02-29", "BDAY:19800203", "BDAY:1900-01-01", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03",
]
NO_BIRTHDAYS = [
    "BDAY;VALUE=text:circa 1800", "BDAY:1981-02-29", "BDAY:", "BDAY:x", "BDAY:--1301", "BDAY:99999999999",
]

CASES = [
    imported("Ada Kern", ANN),
    # A card that comes as it likes.
    imported("Zoë Kern", card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=", "=AB Kern")),
    imported("Zoë Kern", card("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB Kern")),
    imported("Zoë Kern", "BEGIN:VCARD\r\nFN:Zo".encode() + b"\xc3\r\n \xab Kern\r\nEND:VCARD\r\n"),
    imported("Zoë Kern", "begin:vcard\nversion:3.0\nfn:Zoë Kern\nend:vcard\n".encode()),
    imported("Zoë Kern", "BEGIN:VCARD\nFN:Zoë Kern\nEND:VCARD\n".encode("utf-16")),
    imported("Zoë Kern", "BEGIN:VCARD\nFN:Zoë Kern\nEND:VCARD\n".encode("utf-16-be")),
    imported("Zoë Kern", b"\xef\xbb\xbf" + "BEGIN:VCARD\nFN:Zoë Kern\nEND:VCARD\n".encode()),
    imported("Zoë Kern", "BEGIN:VCARD\rFN:Zoë Kern\rEND:VCARD\r".encode()),
    imported("Ada", card("FN:Ada", "item1.TEL:+49 30 5", "item1.X-ABLabel:x")),
    imported("Ada Kern", card("N:Kern;Ada;;;")),
    imported("Ada", card("NICKNAME:Ada")),
    imported("Ada", card("FN:Ada", "PHOTO;ENCODING=b:" + "A" * 20_000_000)),
    imported("Ada", card("FN:Ada", "BEGIN:VCARD", "FN:Inner", "END:VCARD")),
    imported("Ada", card("FN:Ada", *(f"X-{n}:y" for n in range(5000)))),
    imported("Ada", card("FN:Ada", *(f"TEL:+49 30 {100000 + n}" for n in range(2000)))),
    # Birthdays.
    *(done("import", "a.vcf", data=NOBODY, files={"a.vcf": card("FN:Ada", day)}, then=("show", "ada"), keeps="birthday")
      for day in BIRTHDAYS),
    *(done("import", "a.vcf", data=NOBODY, files={"a.vcf": card("FN:Ada", day)}, then=("show", "ada"), lacks="birthday")
      for day in NO_BIRTHDAYS),
    # Control characters in a card are kept, and shown escaped by every command (a check of every run).
    *(done("import", "a.vcf", files={"a.vcf": card(f"FN:Kern {text}")}, then=("list",))
      for text in CONTROLS.values() if not set(text) & set("\r\x85\u2028\u2029\x0b\x0c")),
    *(done("import", "a.vcf", says="1 new", files={"a.vcf": card("FN:Kern", f"{key}:x\x1b[2Jy")}, then=("show", "kern"))
      for key in ["NICKNAME", "TEL", "EMAIL", "CATEGORIES", "UID"]),
    done("import", "a.vcf", "--dry-run", files={"a.vcf": card("FN:x\x1b[2Jy")}),
    # What a spreadsheet or a shell would obey.
    *(imported(name, card(f"FN:{name}"))
      for name in ["=1+1", "@SUM(A1)", "$(x)", "'); DROP TABLE people--", "%s%n", "{0}", "-x"]),
    # No card, or a broken one.
    refuse(b"", "is empty"),
    refuse(b"\0" * 1000, "not a format"),
    done("import", "a.vcf", says="1 new", files={"a.vcf": b"Name,Phone\nAda,5\n"}),
    refuse(b"\x89PNG\r\n\x1a\n", "not a format"),
    refuse(b"BEGIN:VCARD\nFN:Ada\n", "no END:VCARD"),
    refuse(b"BEGIN:VCARD\n" * 100_000, "no END:VCARD"),
    refuse(NAMELESS, "has no name"),
    refuse(card("FN:A\0B"), "NUL"),
    refuse(card("FN:" + "x" * 300), "more than 200 characters"),
    refuse(card("FN:" + "x" * 1_000_000), "more than 200 characters"),
    done("import", "a.vcf", says="1 failed", files={"a.vcf": ANN + NAMELESS}),
    refused("import", "a.vcf", says="has no name", files={"a.vcf": NAMELESS + NAMELESS}),
    refused("import", "x\x1b[2J.vcf", says="has no name", files={"x\x1b[2J.vcf": NAMELESS}),
    refused("import", b"x\xff.vcf", says="no such file", exits=5),
    # Half good: nothing by default, the good half when asked for.
    done("import", "a.vcf", "--keep-going", says="1 failed", files={"a.vcf": ANN + NAMELESS}, then=("list",),
        keeps="Ada Kern"),
    done("import", "a.vcf", "--keep-going", says="2 failed", files={"a.vcf": NAMELESS + NAMELESS}),
    # Many.
    done("import", "a.vcf", says="900 new", data=NOBODY, files={"a.vcf": STRANGERS}, then=("due",), lacks="Stranger"),
    done("import", "a.vcf", "a.vcf", says="900 new", data=NOBODY, files={"a.vcf": STRANGERS}),
    done("import", "cards", says="10000 new", data=NOBODY, files={"cards": folder_of_cards}, seconds=20),
    # Paths.
    refused("import", "nowhere.vcf", says="no such file", exits=5),
    refused("import", "", says="no such file", exits=5),
    refused("import", "empty", says="no files in this folder", exits=5, files={"empty": lambda path: path.mkdir()}),
    refused("import", "pipe", says="not a regular file", exits=5, files={"pipe": os.mkfifo}),
    refused("import", "/dev/zero", says="not a regular file", exits=5),
    refused("import", "dangling", says="no such file", exits=5,
        files={"dangling": lambda path: path.symlink_to("nowhere")}),
    refused("import", "loop", says="loop: ", exits=5, files={"loop": lambda path: path.symlink_to("loop")}),
    refused("import", "rel.db", says="is a database"),
    refused("import", "a.vcf", "nowhere.vcf", says="no such file", exits=5, files={"a.vcf": ANN}),
    refused("import", "a.vcf", "--from", "xml", says="not a format", files={"a.vcf": ANN}),
    refused("import", "rel.db", "--from", "vcard", says="is a database"),
    refused("import", "a.vcf", "--from", "vcard", says="holds no cards", files={"a.vcf": b"Name,Phone\nAda,5\n"}),
    refused("import", "a.vcf", "--tier", "9", says="not a tier", files={"a.vcf": ANN}),
    done("import", "a.vcf", "--only", "nobody", says="1 skipped", files={"a.vcf": ANN}),
    refused("import", "a.vcf", "--only", "", says="--only: empty", files={"a.vcf": ANN}),
    done("import", "a.vcf", "--dry-run", says="would be: 1 new", data=NOBODY, files={"a.vcf": ANN}),
]
