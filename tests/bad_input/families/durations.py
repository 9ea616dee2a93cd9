"""Lengths of conversations, cadences and other numbers."""

from case import done, refused

NO_LENGTH = {
    "25h": "at most 24 hours",
    "1441m": "at most 24 hours",
    "24h01": "at most 24 hours",
    "99999999999m": "at most 24 hours",
    "99999999999h": "at most 24 hours",
    "3.5h": "without fractions",
    "3,5h": "without fractions",
    "0x10m": "plain digits",
    "1e9m": "plain digits",
    "1h75": "an hour has 60 minutes",
    "1h5m5": "",
    "h": "",
    "m": "",
    "": "",
    "٣٠m": "",
    "45s": "",
    "-45m": "",
    "45 x": "",
    "NaNm": "",
    "\x1b[2Jm": "",
}

NO_CADENCE = {
    "0d": "at least 1 day",
    "0w": "at least 1 day",
    "3651d": "at most 3650 days",
    "11y": "at most 3650 days",
    "99999999999d": "at most four digits",
    "7": "no unit",
    "-7d": "not a cadence",
    "3.5d": "not a cadence",
    "x": "not a cadence",
    "": "not a cadence",
    "1e9": "not a cadence",
    "٧d": "not a cadence",
    "\x1b[2J": "not a cadence",
}

NO_NUMBER = ["", "-1", "x", "1.5", "1e3", "0x10", " 5", "5 ", "+5", "٥", "99999999999999999999", "5\x1b[2J", "NaN"]

CASES = [
    *(refused("log", "ann", "--for", text, says=why) for text, why in NO_LENGTH.items()),
    *(refused("log", "ann", text, says=why) for text, why in NO_LENGTH.items() if why and " " not in text),
    *(refused("edit", "<contact>", "--for", text, says=why) for text, why in NO_LENGTH.items() if why),
    *(refused("due", "--minutes", text, says="--minutes") for text in
      ["", "0", "x", "2000", "99999999999", "-5", "3.5h", "0m", "٣٠", "1e3", "\x1b"]),
    *(refused("edit", "ann", "--every", text, says=why) for text, why in NO_CADENCE.items()),
    refused("add", "X", "--every", "0d", says="at least 1 day"),
    *(refused("due", "-n", text, says="takes a whole number") for text in NO_NUMBER),
    *(refused("show", "ann", "-n", text, says="takes a whole number") for text in NO_NUMBER[:4]),
    *(refused("due", "--days", text, says="takes a whole number") for text in [*NO_NUMBER, "367"]),
    *(refused("log", "ann", "--others", text, says="takes a whole number") for text in [*NO_NUMBER, "100001"]),
    *(refused("undo", "--list", "-n", text, says="takes a whole number") for text in [*NO_NUMBER[:4], "0"]),
    refused("undo", "-n", "3", says="--list"),
    # Twice.
    refused("log", "ann", "45m", "1h", says="a second duration"),
    refused("log", "ann", "45m", "--for", "1h", says="a second duration"),
    # A talk that did not take place has no length.
    *(refused("log", "ann", word, "45m", says="nobody talked") for word in ["tried", "missed", "voicemail"]),
    # Understood.
    done("log", "ann", "0m", says="a touch"),
    done("log", "ann", "24h", says="24 h"),
    done("log", "ann", "1h30", says="90 min"),
    done("log", "ann", "90MIN", says="90 min"),
    done("edit", "ann", "--every", "3650d"),
    done("edit", "ann", "--every", "weekly"),
    done("due", "-n", "0"),
    done("due", "--days", "366"),
    done("due", "--minutes", "1h30"),
    done("log", "ann", "--others", "100000"),
]
