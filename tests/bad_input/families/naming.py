"""WHO: who is found by what, and what is said where nobody or several are."""

from case import NOBODY, done, refused
from texts import CONTROLS, INVISIBLE, NOT_UTF8


def found(who: str, name: str):
    return done("show", who, says=name)


CASES = [
    # Handle, alias, full name, word, beginning; case and accents make no difference.
    *(found(who, "Ann Lee") for who in ["ann-lee", "ANN-LEE", "annie", "Ann Lee", "ann lee", "ANN  LEE", "ann",
        "an"]),
    *(found(who, "Zoë Bonnet") for who in ["zoe", "Zoë", "Zoe\u0308", "ZOË", "zoe bonnet", "bonnet", "zo"]),
    *(found(who, "Łukasz") for who in ["lukasz", "Łukasz", "ŁUKASZ", "orsted", "Ørsted", "dordevic", "Đorđević"]),
    *(found(who, "Jürgen Groß") for who in ["gross", "Groß", "GROSS", "GROẞ", "jurgen", "Jürgen", "Ju\u0308rgen"]),
    *(found(who, "İpek Şahin") for who in ["ipek", "İpek", "IPEK", "sahin", "Şahin"]),
    *(found(who, "王小明") for who in ["王小明", "王", "小明", "明", "小"]),
    # A name that holds a comma, and groups.
    *(found(who, "Lee, Christopher") for who in ["Lee, Christopher", "lee, christopher", "christopher"]),
    done("log", "ann,bo", says="Ann Lee, Bo Berg"),
    done("log", "ann,ann", says="Ann Lee"),
    done("log", "Lee, Christopher", says="Lee, Christopher"),
    *(refused("log", who, says="WHO: empty") for who in [",", ",,", "ann,,bo"]),
    refused("log", "ann,nobody", says="nobody: nobody of that name", exits=3),
    refused("log", "ann,max", says="max: several people fit", exits=3),
    # The whole name wins over one that only begins so; people in a tier over others.
    found("eve", "Eve"),
    refused("show", "lee", says="try: ann-lee, lee-christopher", exits=3),
    # Several: five candidates, and that there are more.
    refused("show", "max", says="max-adler, max-busch, max-carl, max-dorn, max-ernst, …", exits=3),
    *(refused(*command.split(), says="several people fit", exits=3) for command in [
        "log max", "note max x", "promise max x", "snooze max 2w", "edit max --tier 1", "due max", "prep max", "prep ann,max",
        "edit <contact> --with max",
    ]),
    # Nobody: the nearest, or how to add them; the same on every command.
    *(refused(*command.split(), says="nobody of that name", exits=3) for command in [
        "show xyzzy", "log xyzzy", "note xyzzy x", "promise xyzzy x", "snooze xyzzy 2w", "edit xyzzy --tier 1",
        "edit xyzzy", "due xyzzy", "prep xyzzy", "prep ann,xyzzy", "edit <contact> --with xyzzy",
    ]),
    refused("show", "bonet", says="try: zoe-bonnet", exits=3),
    refused("show", "xyzzy", says="rel add", exits=3),
    # Hostile or empty.
    *(refused("show", who, says="WHO: empty") for who in INVISIBLE),
    *(refused("log", who, says="WHO: empty") for who in INVISIBLE[:4]),
    *(refused("show", who, says="not UTF-8") for who in NOT_UTF8.values()),
    *(refused("prep", who, says="WHO: empty") for who in [*INVISIBLE[:4], ",", "ann,,bo"]),
    *(refused("prep", who, says="not UTF-8") for who in NOT_UTF8.values()),
    *(refused("prep", who, says="nobody of that name", exits=3) for who in CONTROLS.values()),
    done("prep", "ann,bo", says="Bo Berg"),
    done("prep", "Lee, Christopher", says="Lee, Christopher"),
    refused("prep", "--stale", says="unknown option"),
    refused("list", "--stale", "--archived", says="--stale"),
    *(refused("log", who, says="not UTF-8") for who in NOT_UTF8.values()),
    *(refused("show", who, says="nobody of that name", exits=3) for who in CONTROLS.values()),
    *(refused("due", who, says="nobody is in the file yet", exits=3, data=NOBODY) for who in CONTROLS.values()),
    *(refused("show", who, says="nobody is in the file yet", exits=3, data=NOBODY)
      for who in [*CONTROLS.values(), *NOT_UTF8.values()]),
    refused("show", "x" * 100_000, says="nobody of that name", exits=3),
    refused("show", "%s%n{}", says="%s%n{}: nobody of that name", exits=3),
    refused("show", "-", says="nobody of that name", exits=3),
    refused("show", "'); DROP TABLE person;--", says="nobody of that name", exits=3),
    refused("show", "%", says="nobody of that name", exits=3),
    refused("show", "*", says="nobody of that name", exits=3),
    refused("show", "_nn", says="nobody of that name", exits=3),
    # Commands that need somebody or something.
    refused("log", says="whom"),
    refused("show", says="whom"),
    refused("snooze", says="whom"),
    refused("snooze", "ann", says="until when"),
    refused("done", says="which one"),
    refused("remove", says="which entry"),
    refused("import", says="which file"),
    # Entries.
    *(refused(command, "2222", says="no entry", exits=3) for command in ["done", "remove"]),
    *(refused(command, entry, says="not an entry's id", exits=3)
      for command in ["remove"] for entry in ["ann", "", "1abc", "7k2i", "7k2q" * 4, "\x1b[2J", "7k 2q"]),
    *(refused("done", who, says="nobody of that name", exits=3) for who in ["1abc", "7k2i", "7k2q" * 4, "\x1b[2J", "7k 2q"]),
    refused("done", "", says="WHO: empty"),
    refused("done", "ann", says="several things are open with Ann Lee", exits=3),
    refused("log", "ann", "--about", "ann", says="not an entry's id", exits=3),
    refused("log", "ann", "--about", "<promise>", says="not a remark"),
    refused("log", "bo", "--about", "<remark>", says="it is about ann-lee"),
    refused("done", "<remark>", "--dropped", says="a day to ask"),
    refused("done", "<contact>", says="asks for no reply"),
    refused("done", "<snooze>", says="ends by itself"),
    refused("done", "<promise>", "2222", says="no entry", exits=3),
    refused("remove", "<contact>", "<contact>", says="no entry", exits=3),
    refused("edit", "ann", "call", says="call: people are changed by options"),
    refused("edit", "ann", "\x1b[2J", says="people are changed by options"),
    refused("edit", "<promise>", "call", says="a promise is changed by options"),
    refused("edit", "<promise>", "\x1b", says="a promise is changed by options"),
    # Nobody in the file yet.
    done("due", nothing_out=True, data=NOBODY),
    done("list", nothing_out=True, data=NOBODY),
    done("prep", nothing_out=True, data=NOBODY),
    done("list", "--stale", nothing_out=True, data=NOBODY),
    done("list", "--stale", nothing_out=True),
    done("due", "--format", "json", says='"waiting":0', data=NOBODY),
    done("list", "--format", "json", says='"people":[', data=NOBODY),
    *(refused(*command.split(), says="nobody is in the file yet", exits=3, data=NOBODY) for command in [
        "log ann", "note ann x", "promise ann x", "snooze ann 2w", "done 7k2q", "remove 7k2q",
        "edit ann --tier 1", "edit", "edit -", "show ann", "due ann", "prep ann",
    ]),
    refused("undo", says="no such file", exits=4, data=NOBODY),
    refused("redo", says="no such file", exits=4, data=NOBODY),
    refused("undo", "--list", says="no such file", exits=4, data=NOBODY),
]
