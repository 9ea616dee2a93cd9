"""Doctor on every state of the data file: it finds out, names what is wrong, and changes nothing."""

from case import NOBODY, Case, done, refused, survived
from families.data_file import CUT, EXTENDED, FLIPS, FOREIGN, HEADER, HEADER_FLIPS, NO_FILES, with_sql

DOCTOR = ("doctor",)
REPAIR = ("doctor", "--repair")

WRONG = {
    "a tier": (with_sql("PRAGMA ignore_check_constraints = 1", "UPDATE people SET tier = 9"), "tier"),
    "a channel": (with_sql("PRAGMA ignore_check_constraints = 1", "UPDATE contacts SET channel = -1"), "channel"),
    "a day": (with_sql("UPDATE contacts SET day = 9223372036854775807"), "day"),
    "a month": (with_sql("PRAGMA ignore_check_constraints = 1",
                         "INSERT INTO dates SELECT id, 0, 'x', 13, 1, NULL, 0 FROM people"), "month"),
    "an orphan": (with_sql("UPDATE promises SET person = 7"), "not there"),
    "a note": (with_sql("UPDATE contacts SET note = 'x' || char(27) || '[2J'"), "wrong"),
    "a handle": (with_sql("UPDATE people SET handle = 'x' || char(27) || '[2J' || id"), "wrong"),
    "a row too many": (with_sql("INSERT INTO reviews VALUES (77, 20000, 19900, 20000)"), "wrong"),
    "a row too few": (with_sql("DELETE FROM snoozes"), "wrong"),
    "the chain": (with_sql("UPDATE history SET hash = zeroblob(32) WHERE seq = 3"), "wrong"),
    "a change of the history": (with_sql("UPDATE history SET changes = zeroblob(99) WHERE seq = 3"), "wrong"),
    "no history": (with_sql("DELETE FROM history"), "wrong"),
    "an empty history": (with_sql("UPDATE history SET changes = x''"), "wrong"),
    "an action": (with_sql("PRAGMA ignore_check_constraints = 1", "UPDATE history SET action = 9"), "wrong"),
    "the figures": (with_sql("UPDATE sums SET due_on = 1"), "wrong"),
    "a text for a number": (with_sql("UPDATE sums SET replies = 'x'"), "wrong"),
    "the names": (with_sql("DELETE FROM names"), "wrong"),
    "a negative version": (with_sql("PRAGMA user_version = -1"), "wrong"),
    "version 0": (with_sql("PRAGMA user_version = 0"), "wrong"),
}

CASES: list[Case] = [
    refused(*DOCTOR, says="no such file", exits=4, data=NOBODY),
    refused(*REPAIR, says="no such file", exits=4, data=NOBODY),
    refused("doctor", "ann", says="ann"),
    refused("doctor", "--format", "xml", says="xml"),
    *(refused(*DOCTOR, says="wrong", exits=4, data=NOBODY, files={"rel.db": make}) for make, _ in NO_FILES.values()),
    *(refused(*line, says="wrong", exits=4, data=data) for data, _ in FOREIGN.values() for line in (DOCTOR, REPAIR)),
    *(refused(*DOCTOR, says="wrong", exits=4, data=data) for data in EXTENDED.values()),
    *(refused(*DOCTOR, says="wrong", exits=4, data=CUT[what]) for what in CUT),
    *(refused(*DOCTOR, says="wrong", exits=4, data=HEADER[what]) for what in HEADER if what != "appended bytes"),
    done(*DOCTOR, says="sound", data=HEADER["appended bytes"]),  # nobody reads them
    *(survived(*line, exits=(0, 4), data=data) for data in FLIPS + HEADER_FLIPS for line in (DOCTOR,)),
    refused(*DOCTOR, says="wrong", exits=4, data=with_sql("PRAGMA user_version = 9999")),
    *(refused("doctor", *more, says="wrong", exits=4, data=data)
      for data, says in WRONG.values() for more in ((), ("--format", "json"), ("--format", "tsv"), ("-q",))),
    # What is wrong in a value is refused by every command that reads it, and never a crash.
    *(survived(*line, exits=(0, 1, 3, 4), data=data) for data, _ in WRONG.values()
      for line in (("list",), ("show", "ann"), ("due", "--all"), ("health",), ("review",), ("prep", "ann"),
                   ("export", "--to", "json"), ("undo", "--list"), ("log", "ann"), ("undo",))),
    done(*DOCTOR, says="sound"),
]
