"""Commands and options: unknown, twice, without a value, against each other."""

from case import NOBODY, done, kept, refused
from texts import CONTROLS, NOT_UTF8

COMMANDS = ["add", "log", "due", "note", "promise", "done", "snooze", "list", "show", "import", "edit", "remove",
    "undo",
            "redo", "forget", "backup", "restore", "help"]

CASES = [
    # Unknown commands, with the nearest.
    refused("lgo", says="try: rel log"),
    refused("shwo", "ann", says="try: rel show"),
    refused("frobnicate", says="rel help --all"),
    refused("help", "frobnicate", says="no such command"),
    *(refused(text, says="no such command") for text in CONTROLS.values()),
    *(refused(text, says="no such command") for text in NOT_UTF8.values()),
    *(refused(text, says="no such command") for text in ["", " ", "x" * 100_000, "LOG", "%q", "../x", "log "]),
    # Unknown options, with the nearest; on every command.
    *(refused(command, "--frobnicate", says="--frobnicate: unknown option") for command in COMMANDS),
    *(refused(command, "-Z", says="-Z: unknown option") for command in COMMANDS),
    refused("log", "ann", "--nte", "x", says="try: --note"),
    refused("due", "--minute", "5", says="try: --minutes"),
    refused("--frobnicate", says="unknown option"),
    refused("--\x1b[2J", says="unknown option"),
    refused(b"--\xff", says="unknown option"),
    refused("due", "---", says="unknown option"),
    refused("due", "--=x", says="unknown option"),
    # A value that is missing, or that a flag does not take.
    *(refused(*line.split(), says="needs a value") for line in [
        "log ann --via", "log ann -m", "due -n", "--format", "--db", "add X --tier", "due --as-of",
        "snooze --everyone", "list --tag",
    ]),
    *(refused(*line.split(), says="takes no value") for line in [
        "edit ann --archive=false", "log ann --real=no", "done <promise> --dropped=0", "due --all=1",
        "list --archived=", "due --quiet=maybe", "undo --list=\x1b",
    ]),
    # Twice.
    *(refused(*line.split(), says="given twice") for line in [
        "log ann -m x -m y", "log ann -m x --note y", "log ann --via call --via met",
        "add X --tier 1 --tier 2", "due -n 1 --limit 2", "due --format json --format tsv", "--db a due --db b",
        "snooze ann 2w --why x --why y",
    ]),
    # Against each other: both are named.
    *(refused(*line, says=says) for line, says in {
        ("due", "--all", "-n", "3"): "--all and -n",
        ("due", "--all", "--minutes", "30"): "--all and --minutes",
        ("due", "--count", "--discreet"): "--count and --discreet",
        ("log", "ann", "--real", "--touch"): "--real and --touch",
        ("edit", "ann", "--archive", "--unarchive"): "--archive and --unarchive",
        ("edit", "ann", "--deceased", "--unarchive"): "--deceased and --unarchive",
        ("log", "ann", "tried", "missed"): "tried, missed, owe",
        ("log", "ann", "--tried", "--owe"): "tried, missed, owe",
        ("log", "ann", "missed", "--by", "me"): "--by me",
        ("log", "ann", "tried", "--by", "them"): "--by them",
        ("log", "ann", "tried", "--real"): "tried",
        ("log", "ann", "call", "--via", "met"): "a second channel",
        ("log", "ann", "call", "lunch"): "a second channel",
        ("snooze", "ann", "--everyone", "2w"): "--everyone",
        ("edit", "ann,bo", "--name", "X"): "one person at a time",
        ("edit", "ann,bo", "--handle", "x"): "one person at a time",
        ("edit", "--archive"): "--archive",
        ("edit", "--name", "X"): "--name",
        ("edit", "-", "--every", "3w"): "--every",
    }.items()),
    # Options that make no sense for the entry.
    *(refused("edit", *line.split(), says="not for") for line in [
        "<contact> --tier 1", "<contact> --archive", "<promise> --via call", "<remark> --by fri", "<snooze> --tag x",
        "<ask> --real", "ann --via call", "ann --depth deep", "ann --why x",
    ]),
    # Values out of a few words.
    *(refused(*line, says=says) for line, says in {
        ("due", "--format", "xml"): "text, json, tsv or ics",
        ("due", "--format", ""): "text, json, tsv or ics",
        ("due", "--format", "\x1b[2J"): "text, json, tsv or ics",
        ("due", "--color", "sometimes"): "auto, always or never",
        ("due", "--color", ""): "auto, always or never",
        ("add", "X", "--tier", "4"): "not a tier",
        ("add", "X", "--tier", "hihg"): "try: high",
        ("add", "X", "--tier", ""): "not a tier",
        ("add", "X", "--tier", "1\x1b[2J"): "not a tier",
        ("list", "--tier", "0"): "not a tier",
        ("log", "ann", "--via", "pigeon"): "not a channel",
        ("log", "ann", "--via", "cal"): "try: call",
        ("log", "ann", "--via", ""): "not a channel",
        ("edit", "ann", "--real-by", "call,,chat"): "not a channel",
        ("edit", "ann", "--real-by", "chat,"): "not a channel",
        ("log", "ann", "--by", "you"): "--by you",
        ("log", "ann", "--depth", "shallow"): "small, personal, deep",
        ("import", "x.vcf", "--from", "xml"): "not a format",
    }.items()),
    # Words of log that are nothing.
    *(kept(word, "log", "ann", word)  # the first word that is nothing else begins the note
      for word in ["frobnicate", "cakk", "x\x1b[2J", "%n", "45", "=1+1", "👍", "٣", "a,b"]),
    refused("log", "ann", "cal", "45m", says="try: rel log ann : cal 45m"),
    refused("log", "ann", "caal", says="did you mean call?"),
    refused("log", "ann", "tried", "tried", says="said twice"),
    *(refused("log", "ann", word, says="no channel, duration or date") for word in ["", "\u200b"]),
    refused("log", "ann", b"x\xff", says="not UTF-8"),
    # One word too many.
    *(refused(*line, says="one word too many") for line in [
        ("list", "x"), ("undo", "x"), ("redo", "x"), ("help", "log", "x"), ("list", "\x1b[2J"), ("undo", "--",
            "-x")]),
    # Several people: each remark must say whose it is.
    *(refused("log", "ann,bo", option, text, says=says) for option in ["--heard", "--promise", "--they-promised"]
      for text, says in {"x": "say whom it is about", "tom: x": "was not there"}.items()),
    refused("log", "ann,bo", "--ask", "2026-12-12 how?", says="say whom it is about"),
    refused("log", "ann,bo", "--heard", "xyzzy: x", says="nobody of that name", exits=3),
    refused("log", "ann,bo", "--heard", "ann:", says="--heard: empty"),
    refused("log", "ann", "--ask", "how?", says="must begin with a date to come"),
    refused("log", "ann", "--ask", "2026-12-12", says="--ask"),
    refused("log", "ann", "--ask", "", says="must begin with a date to come"),
    # Help and version never fail, and touch nothing.
    *(done(command, "--help", says=f"rel {command}", data=NOBODY) for command in COMMANDS),
    *(done("help", command, says=f"rel {command}", data=NOBODY) for command in COMMANDS),
    done("--help", says="rel: "),
    done("-h", says="rel: "),
    done("--version", says="rel "),
    done("due", "--version", says="rel "),
    done("--db", "x", "--version", says="rel "),
    done("help", "--all", says="Every command takes"),
    done(says="Ann Lee"),
    done("--format", "json", says='"command":"due"'),
    refused("--", "xyzzy", says="nobody of that name", exits=3),
]
