"""Reviews: their days, what is meant to be done, and questions where nobody can answer."""

from case import done, kept, refused
from texts import NOT_UTF8

LONG = "x" * 201
INTENTIONS = ("review",)

CASES = [
    refused("review", "--period", "fortnight", says="not week, month, quarter or year"),
    refused("review", "--period", "", says="not week, month, quarter or year"),
    refused("review", "--period", "wek", says="try: week"),
    refused("review", "--period", "week", "--period", "month", says="--period"),
    refused("review", "--period", "week", "--since", "3d ago", says="only one of the two"),
    refused("review", "--since", "tomorrow", says="--since"),
    refused("review", "--until", "9999-01-01", says="--until"),
    refused("review", "--since", "2025-02-29", says="29 February"),
    refused("review", "--since", "last week", says="--since"),
    refused("review", "--since", "03/04/2026", says="3 April or 4 March"),
    refused("review", "--since", "today", "--until", "yesterday", says="lies behind --until"),
    done("review", "--since", "1900-01-01"),
    done("review", "--since", "1900-01-01", "--until", "1900-01-01"),
    refused("review", "ann", says="ann"),
    refused("review", "--intend", "", says="--intend: empty"),
    refused("review", "--intend", " \t ", says="--intend: empty"),
    refused("review", "--intend", LONG, says="longer than 200 characters"),
    refused("review", "--intend", "a\nb", says="control character"),
    refused("review", "--intend", "\x1b[2Jx", says="control character"),
    refused("review", "--intend", "ann: \u202ex", says="control character"),
    refused("review", "--intend", "ann:", says="what do you mean to do?"),
    refused("review", "--intend", "anm: a walk", says="nobody of that name", exits=3),
    refused("review", "--intend", "a", "--intend", "b", "--intend", "c", "--intend", "d", says="too many"),
    *(refused("review", "--intend", text, says="not UTF-8") for text in NOT_UTF8.values()),
    *(kept(text, "review", "--intend", text, at=INTENTIONS)
      for text in ("$(x) '); DROP TABLE reviews; --", "%s%n {0:*^9}", "=1+1", "at 10:30 sharp", ": a colon first")),
    refused("review", "--guided", says="needs a terminal"),
    refused("review", "--guided", "--done", says="only one of the two"),
    refused("review", "--guided", "--intend", "x", says="only one of the two"),
    refused("review", "--done", "--as-of", "yesterday", says="--as-of"),
    refused("review", "--done", "--intend", says="--intend"),
    refused("review", "--done", says="nobody is in the file yet", exits=3, data=None),
    done("review", data=None),
]
