"""Demo circles and pages of HTML: where they may go, and where never."""

from case import NOBODY, done, refused

PAGES = [("review",), ("health",), ("health", "ann")]
FOREIGN = {"mine": b"<!DOCTYPE html>\nmine\n"}

CASES = [
    *(refused(*words, "--html", "mine", says="is no page of rel's", files=FOREIGN) for words in PAGES),
    *(refused(*words, "--html", "", says="--html: empty") for words in PAGES),
    *(refused(*words, "--html", says="needs a value") for words in PAGES),
    *(refused(*words, "--html", ".", says="not a regular file", exits=5) for words in PAGES),
    *(refused(*words, "--html", "no/such/r.html", says="No such file or directory", exits=5) for words in PAGES),
    *(refused(*words, "--html", "x", "--format", "json", says="only one of the two") for words in PAGES),
    *(refused("review", "--html", "x", *other, says="only one of the two")
      for other in (("--done",), ("--guided",), ("--intend", "a walk"))),
    *(done(*words, "--html", "-", says="<!DOCTYPE html>") for words in PAGES),
    done("review", "--html", "-", says="Nobody is in a tier", data=NOBODY),
    done("health", "--html", "-", says="How your relationships stand", data=NOBODY),
    refused("health", "nobody-else", "--html", "-", says="nobody of that name", exits=3),
    refused("demo", "mine", says="is there already", files=FOREIGN),
    refused("demo", ".", says="is there already"),
    refused("demo", "", says="empty"),
    refused("demo", "no/such/play.db", says="No such file or directory", exits=5),
    refused("demo", "a", "b", says="one word too many"),
    refused("demo", "--as-of", "yesterday", says="--as-of"),
]
