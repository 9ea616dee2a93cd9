"""The environment: what is missing, bogus or hostile in it."""

from case import NOBODY, done, refused, survived

# SQLite would take most of these for something else than a file.
ODD_FILE_NAMES = [
    ":memory:", "file:x?mode=memory", "file::memory:?cache=shared", "x.db?mode=ro", "%41.db", "x y.db", "-x.db",
        "ä.db",
]


def made_at(path: str, **env):
    """Somebody is added, and the data file is at that path: a second command finds them there."""
    return done("add", "Una", data=NOBODY, env={"REL_DB": None, **env}, then=("--db", path, "list"), keeps="Una")


CASES = [
    # Where the data file is.
    made_at(".local/share/rel/rel.db"),
    made_at(".local/share/rel/rel.db", XDG_DATA_HOME=""),
    made_at(".local/share/rel/rel.db", XDG_DATA_HOME="relative"),
    made_at(".local/share/rel/rel.db", REL_DB=""),
    made_at("sub/x.db", REL_DB="sub/x.db"),
    made_at("no/such/home/.local/share/rel/rel.db", HOME="no/such/home"),
    refused("add", "Una", says="HOME: not set", exits=5, data=NOBODY, env={"REL_DB": None, "HOME": None}),
    refused("due", says="HOME: not set", exits=5, data=NOBODY, env={"REL_DB": None, "HOME": ""}),
    refused("--db", "", "due", says="--db: empty"),
    refused("--db=", "due", says="--db: empty"),
    *(done("--db", name, "add", "Una", data=NOBODY, then=("--db", "./" + name, "list"), keeps="Una")
      for name in ODD_FILE_NAMES),
    survived("--db", b"\xff.db", "add", "Una", exits=(0, 5), data=NOBODY),
    survived("--db", "x\x1b[2J.db", "add", "Una", exits=(0, 5), data=NOBODY),
    survived("--db", "no\x1b[2J/x.db", "due", exits=(0, 4, 5), data=NOBODY),
    refused("--db", "x" * 5000, "add", "Una", says="too long", exits=(4, 5), data=NOBODY),
    refused("--db", "rel.db/x.db", "due", says="not a folder", exits=(4, 5)),
    refused("--db", "rel.db/x.db", "add", "Una", says="not a folder", exits=(4, 5)),
    # The clock.
    *(refused("due", says="REL_NOW", env={"REL_NOW": text}) for text in
      ["x", "2026-11-21T25:00", "2025-02-29", "2026-11-21 09:00", "2026-11-21T", "2026-11-21T09:00Z", "03/04/2026",
       "99999-01-01", "2026-11-21T09:00:00", "\x1b[2J", b"\xff", "9"]),
    *(done("due", env={"REL_NOW": text})
      for text in ["", "2026-11-21", "1970-01-01T00:00", "2038-01-19T03:14", "2106-02-07T06:28"]),
    done("log", "ann", says="Tue 19 Jan 2038", env={"REL_NOW": "2038-01-19T09:00"}),
    done("log", "ann", says="Sun 7 Feb 2106", env={"REL_NOW": "2106-02-07T09:00"}),
    done("log", "ann", says="Fri 21 Nov 2025", env={"REL_NOW": "2025-11-21T09:00"}),
    *(done("due", env={"TZ": zone}) for zone in
      ["", "Nowhere/Land", ":", "/etc/passwd", "../../x", "XXX-99:99", "\x1b[2J", "x" * 5000, "Europe/Berlin",
          "Pacific/Kiritimati", b"\xff"]),
    done("undo", "--list", says="add", env={"TZ": "Nowhere/Land"}),
    # Locales: output is UTF-8, and columns hold, in any of them.
    *(done("show", "zoe", says="Zoë Bonnet", env={"LANG": locale, "LC_ALL": locale})
      for locale in ["", "C", "POSIX", "xx_YY", "ja_JP.SJIS", "de_DE.ISO-8859-1", "tr_TR.UTF-8", "\x1b", "x" * 5000]),
    done("show", "IPEK", says="İpek", env={"LC_ALL": "tr_TR.UTF-8"}),
    # The terminal.
    *(done("list", says="Ann Lee", env={"COLUMNS": columns})
      for columns in ["0", "-1", "1", "1000000000", "99999999999999999999", "x", "", "80x", " 80", "\x1b[2J"]),
    *(done("due", env={"TERM": term}) for term in ["dumb", "", "\x1b", "x" * 5000]),
    done("due", env={"NO_COLOR": "1"}),
    done("due", "--format", "json", says='"command":"due"', env={"CLICOLOR_FORCE": "1"}),
    *(done("due", env={"CLICOLOR_FORCE": text}) for text in ["0", ""]),
    # Pagers are for terminals only.
    *(done("show", "ann", env={name: "touch owned;"}) for name in ["PAGER", "REL_PAGER", "MANPAGER"]),
    # Nothing at all.
    done("due", says="Ann Lee", env={name: None for name in ["PATH", "HOME", "TMPDIR", "TZ", "EDITOR"]}),
]
