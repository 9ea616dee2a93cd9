"""Names, handles, aliases and tags: what may be one, and what is kept to the letter."""

from case import NOBODY, done, kept, refused
from texts import CONTROLS, INVISIBLE, LINE_BREAKS, NOT_UTF8, TO_THE_LETTER

LONGEST = "ä" * 200
TOO_LONG = "ä" * 201

CASES = [
    # Nothing in a name may reach a terminal and be obeyed.
    *(refused("add", text, says="holds a control character") for text in CONTROLS.values()),
    *(refused("add", text, says="holds a control character") for text in LINE_BREAKS),
    *(refused("add", "X", "--alias", text, says="alias") for text in CONTROLS.values()),
    *(refused("edit", "ann", "--tag", text, says="tag") for text in CONTROLS.values()),
    *(refused("edit", "ann", "--name", text, says="name") for text in CONTROLS.values()),
    refused("edit", "ann", "--date", "wed\x1bding 06-14", says="date"),
    refused("edit", "ann", "--phone", "030\x1b[2J", says="phone"),
    refused("edit", "ann", "--email", "a\x1b@b.c", says="e-mail"),
    refused("add", "X", "--handle", "x\x1b[2J", says="handle"),
    # Empty, or nothing that can be seen.
    *(refused("add", text, says="name: empty") for text in INVISIBLE),
    *(refused("add", "X", "--alias", text, says="alias: empty") for text in INVISIBLE),
    *(refused("edit", "ann", "--tag", text, says="tag: empty") for text in INVISIBLE),
    refused("add", says="add: whom?"),
    refused("add", "", "", says="name: empty"),
    refused("edit", "ann", "--name", "", says="name: empty"),
    refused("edit", "ann", "--handle", "", says="handle"),
    refused("edit", "ann", "--email", "", says="e-mail: empty"),
    refused("edit", "ann", "--phone", "", says="phone: empty"),
    refused("edit", "ann", "--alias=", says="alias: empty"),
    refused("edit", "ann", "--alias", "!", says="alias: empty"),
    refused("edit", "ann", "--date", "!", says="date: empty"),
    refused("list", "--tag", "!", says="tag: empty"),
    # Bytes that are no text.
    *(refused("add", text, says="not UTF-8") for text in NOT_UTF8.values()),
    *(refused("edit", "ann", "--alias", text, says="not UTF-8") for text in NOT_UTF8.values()),
    refused("list", "--tag", b"x\xff", says="not UTF-8"),
    refused("add", b"x\xff", says="not UTF-8", data=NOBODY),
    # Length.
    kept(LONGEST, "add", LONGEST, at=("list",)),
    refused("add", TOO_LONG, says="longer than 200 characters"),
    refused("add", "X", "--alias", TOO_LONG, says="longer than 200 characters"),
    refused("edit", "ann", "--tag", TOO_LONG, says="longer than 200 characters"),
    refused("add", "x" * 100_000, says="longer than 200 characters"),
    refused("add", "e" + "\u0301" * 50_000, says="too many marks"),
    refused("add", "X", "--handle", "x" * 65, says="handle"),
    # To the letter.
    *(kept(text, "add", "--", text, at=("list",)) for text in TO_THE_LETTER),
    *(kept(text, "edit", "ann", "--alias", text) for text in TO_THE_LETTER if not text.startswith("!")),
    *(kept(text, "edit", "ann", "--tag", text) for text in TO_THE_LETTER if not text.startswith("!")),
    kept("-x", "add", "--", "-x", at=("list",)),
    kept("--tier", "add", "--", "--tier", at=("list",)),
    kept("a b", "add", " a", "b ", at=("list",)),
    refused("add", "-x", says="goes after --"),
    # Columns: the width that a terminal gives the name.
    kept("e" + "\u0301" * 200, "add", "e" + "\u0301" * 200, at=("list",), data=NOBODY, name_width=1),
    kept("Zoë Bay", "add", "Zoë Bay", at=("list",), data=NOBODY, name_width=7),
    kept("Zoe\u0308 Bay", "add", "Zoe\u0308 Bay", at=("list",), data=NOBODY, name_width=7),
    kept("👩‍👩‍👧 Kin", "add", "👩‍👩‍👧 Kin", at=("list",), data=NOBODY, name_width=6),
    kept("🇩🇪 Kai", "add", "🇩🇪 Kai", at=("list",), data=NOBODY, name_width=6),
    kept("☎️ Tel", "add", "☎️ Tel", at=("list",), data=NOBODY, name_width=6),
    kept("👍🏽 Ok", "add", "👍🏽 Ok", at=("list",), data=NOBODY, name_width=5),
    kept("田中 角栄", "add", "田中 角栄", at=("list",), data=NOBODY, name_width=9),
    kept("김민수", "add", "김민수", at=("list",), data=NOBODY, name_width=6),
    # Twice the same, and the like.
    refused("add", "Ann Lee", says="ann-lee has this name already"),
    refused("add", "ANN  lee", says="ann-lee has this name already"),
    refused("add", "Zoe\u0308 Bonnet", says="zoe-bonnet has this name already"),
    refused("add", "ZOE BONNET", says="zoe-bonnet has this name already"),
    done("add", "Ann Lee", "--handle", "ann-two", says="ann-two"),
    refused("edit", "bo", "--name", "ANN  lee", says="ann-lee has this name already"),
    done("edit", "bo", "--name", "Ann Lee", "--handle", "ann-two", says="ann-two"),
    done("edit", "ann", "--name", "ANN LEE", says="ANN LEE"),
    done("edit", "bo", "--name", "Аnn Lee", says="looks like ann-lee"),
    refused("add", "Ann Other", "--handle", "ann-lee", says="has it"),
    refused("edit", "bo", "--handle", "ann-lee", says="has it"),
    done("add", "Аnn Lee", says="looks like ann-lee"),
    done("add", "Βo Berg", says="looks like bo-berg"),
    # Handles.
    *(refused("add", "X", "--handle", handle, says="handle")
      for handle in ["Ann", "a b", "a--b", "-a", "a-", "7a", "ä", "a_b", "a,b", "a.b", "<promise>"]),
    kept("p-7eleven", "add", "7eleven", at=("list",)),
    kept("person-1", "add", "👩‍👩‍👧", at=("list",)),
    kept("wang", "add", "王五", "--handle", "wang", at=("list",)),
    # A name that is also a word of log, an id, or a command.
    kept("Call", "add", "Call", at=("show", "call")),
    refused("log", "call", "call", says="nobody of that name", exits=3),
    kept("log", "add", "log", at=("show", "log")),
    kept("4g93", "add", "4g93", at=("show", "4g93")),
    # Addresses and numbers.
    *(refused("edit", "ann", "--email", address, says="e-mail") for address in ["a", "@", "a@", "@b", "a b"]),
    *(refused("edit", "ann", "--phone", number, says="has no digit") for number in ["x", "+", "call me"]),
    # Tags that begin with ! mean "without".
    kept("x", "edit", "ann", "--tag", "x"),
    refused("edit", "ann", "--tag", "!!x", says="begins with !"),
]
