"""Two records of one person: whom merge means, and what it leaves alone; who may be there twice."""

from case import NOBODY, done, refused
from texts import CONTROLS, INVISIBLE, NOT_UTF8


def look_alike(name: str, says: str):
    """Someone with that name is added beside the circle; the pair is pointed at."""
    return done("add", name, "--handle", "again", then=("list", "--duplicates"), keeps="again", says=says)


CASES = [
    refused("merge", says="which two?"),
    refused("merge", "ann", says="which two?"),
    refused("merge", "ann", "bo", "tom", says="one word too many"),
    refused("merge", "ann", "--yess", says="--yess"),
    # With themselves, by whatever name.
    *(refused("merge", "ann-lee", who, says="are one person already") for who in
      ["ann-lee", "ANN LEE", "annie", "ann"]),
    # Nobody, or several.
    refused("merge", "ann", "xyzzy", says="xyzzy: nobody of that name", exits=3),
    refused("merge", "xyzzy", "ann", says="xyzzy: nobody of that name", exits=3),
    refused("merge", "ann", "bonet", says="try: zoe-bonnet", exits=3),
    refused("merge", "ann", "max", says="max-adler, max-busch, max-carl, max-dorn, max-ernst, …", exits=3),
    refused("merge", "max", "ann", says="several people fit", exits=3),
    refused("merge", "ann", "<contact>", says="an entry, not a person", exits=3),
    refused("merge", "ann,bo", "tom", says="nobody of that name", exits=3),
    *(refused("merge", "ann", who, says="WHO: empty") for who in INVISIBLE),
    *(refused("merge", who, "ann", says="WHO: empty") for who in INVISIBLE[:3]),
    *(refused("merge", "ann", who, says="not UTF-8") for who in NOT_UTF8.values()),
    *(refused("merge", "ann", who, says="nobody of that name", exits=3) for who in CONTROLS.values()),
    *(refused("merge", "ann", who, says="nobody is in the file yet", exits=3, data=NOBODY)
      for who in ["bo", *CONTROLS.values()]),
    refused("merge", "ann", "bo", "--as-of", "2026-11-01", says="--as-of"),
    # The whole name wins over one that only begins so; a name that is a channel word or looks like an id.
    done("merge", "bo", "eve", says="Eve (eve)", then=("show", "eve"), keeps="bo-berg"),
    done("merge", "王", "lukasz", says="王小明", then=("show", "orsted"), keeps="王小明"),
    # Without a terminal nobody is asked, whatever standard input is.
    done("merge", "ann", "bo", says="is part of Ann Lee", then=("show", "bo"), keeps="ann-lee"),
    done("merge", "ann", "bo", closed="0"),
    done("merge", "ann", "bo", stdin=b"no\n", says="is part of Ann Lee"),
    done("merge", "ann", "bo", "--yes", says="is part of Ann Lee"),
    done("merge", "olga", "ann", says="gains: alias Ann Lee"),
    # Who may be there twice.
    done("list", "--duplicates", nothing_out=True),
    done("list", "--duplicates", data=NOBODY, nothing_out=True),
    done("list", "--duplicates", "--format", "json", data=NOBODY, says='"duplicates":[]'),
    refused("list", "--duplicates", "--archived", says="--duplicates and --archived: only one of the two"),
    refused("list", "--duplicates", "--tier", "9", says="not a tier"),
    refused("list", "--duplicates", "ann", says="one word too many"),
    refused("list", "--duplicate", says="--duplicates"),
    look_alike("ZOE BONNET", "ZOE BONNET"),
    look_alike("Lee Ann", "Lee Ann"),
    look_alike("Zoë Bonet", "Zoë Bonet"),
]
