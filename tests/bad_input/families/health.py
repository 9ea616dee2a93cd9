"""Health: whom it is asked about, what it is sorted by, from which day it looks."""

from case import NOBODY, done, refused
from texts import CONTROLS, INVISIBLE, NOT_UTF8

CASES = [
    refused("heatlh", says="try: rel health"),
    refused("health", "--frobnicate", says="--frobnicate: unknown option"),
    refused("health", "--teir", "1", says="try: --tier"),
    done("health", "--help", says="rel health", data=NOBODY),
    done("help", "health", says="rel health", data=NOBODY),
    # Whom.
    refused("health", "xyzzy", says="nobody of that name", exits=3),
    refused("health", "max", says="several people fit", exits=3),
    refused("health", "ann,bo", says="nobody of that name", exits=3),
    *(refused("health", who, says="WHO: empty") for who in INVISIBLE[:4]),
    *(refused("health", who, says="not UTF-8") for who in NOT_UTF8.values()),
    *(refused("health", who, says="nobody of that name", exits=3) for who in CONTROLS.values()),
    refused("health", "ann", says="nobody is in the file yet", exits=3, data=NOBODY),
    done("health", nothing_out=True, data=NOBODY),
    done("health", "--format", "json", says='"people":[]', data=NOBODY),
    done("health", "ann", "lee", says="Ann Lee"),
    done("health", "tom", says="In no tier"),
    done("health", "old-olga", says="Archived"),
    # What it is sorted by, and how many.
    *(refused("health", "--sort", by, says="not health, silence, tier or name")
      for by in ["", "rank", "HEALTH", "health,name", "\x1b[2J", "%s"]),
    refused("health", "--sort", says="needs a value"),
    refused("health", "--sort", "name", "--sort", "tier", says="given twice"),
    refused("health", "--all", "-n", "3", says="--all and -n"),
    *(refused("health", "-n", n, says="takes a whole number") for n in ["", "x", "-1", "1.5", "99999999999"]),
    done("health", "-n", "0"),
    *(refused("health", "ann", *options, says="not with a person")
      for options in [("--all",), ("-n", "1"), ("--sort", "name"), ("--tier", "1"), ("--tag", "choir")]),
    refused("health", "--tier", "4", says="not a tier"),
    # From which day.
    refused("health", "--as-of", "2025-02-29", says="2025 has no 29 February"),
    *(done("health", *who, "--as-of", day) for who in [(), ("ann",), ("bo",)] for day in ["2199-12-31", "in 2w"]),
    *(done("health", *who, "--as-of", day) for who, day in [((), "1900-01-01"), ((), "2026-10-29"),
                                                            (("ann",), "2026-10-29")]),
    # Nobody was there before the day they were added, or first talked with.
    *(refused("health", who, "--as-of", day, says="nobody of that name", exits=3)
      for who, day in [("ann", "1900-01-01"), ("bo", "1900-01-01"), ("bo", "2026-10-29")]),
    # However narrow the terminal is.
    *(done("health", *who, env={"COLUMNS": columns}) for who in [(), ("ann",)]
      for columns in ["1", "20", "41", "57", "99999"]),
]
