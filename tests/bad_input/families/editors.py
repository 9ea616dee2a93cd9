"""Editors that fail, and what users leave in forms and sheets: nothing changes, the draft is kept and named."""

from case import done, kept, refused

# Editors as a shell command that gets the file as its last argument.
LEAVES_NOTHING = "sh -c ': > \"$1\"' x"


def writes(text: str) -> dict[str, str]:
    """An editor that leaves exactly this text behind."""
    return {"EDITOR": "sh -c 'printf \"%s\" \"$TEXT\" > \"$1\"' x", "TEXT": text}


NO_EDITOR = {
    "false": "status 1",
    "exit 3;": "status 3",
    "no-such-editor-here": "status 127",
    "sh -c 'kill -9 $$'": "status 137",
    "rm": "left no file behind",
}

OPENS_EDITOR = [("log", "ann", "-e"), ("edit", "ann"), ("edit", "<remark>"), ("edit",)]

SHEETS = {
    "9 - - ann-lee": "not a tier",
    "1 - ann-lee": "four columns",
    "ann-lee": "four columns",
    "1 0d - ann-lee": "at least 1 day",
    "1 x - ann-lee": "not a cadence",
    "1 - 2027-01-01 ann-lee": "still to come",
    "1 - 03/04/2026 ann-lee": "can be 3 April or 4 March",
    "1 - yesteryear ann-lee": "not a date",
    "1 - - ann-lee\n2 - - ann-lee": "stands on two lines",
    "1 - - ann-lee extra": "not a date",
    "1 - - ann\x1b[2J": "no such handle",
    "\x1b[2J - - ann-lee": "not a tier",
    "<html>": "four columns",
    "\0": "four columns",
    "1 - - \0": "no such handle",
}

FORMS = {
    "": "name: empty",
    "# all gone": "name: empty",
    "tier: 1": "name: empty",
    "name:": "name: empty",
    "name: A\nfoo: bar": "line 2: foo: not one of the form's keys",
    "name: A\ntir: 1": "tir: not one of the form's keys",
    "name: A\njust text": "line 2",
    "name: A\ntier: 9": "not a tier",
    "name: A\ntier: 1\ntier: 2": "stands on two lines",
    "name: A\nevery: 0d": "at least 1 day",
    "name: A\nlast: 2027-01-01": "still to come",
    "name: A\nhandle: bo-berg": "has it",
    "name: A\nhandle: A B": "handle",
    "name: A\nemail: x": "e-mail",
    "name: A\nphone: x": "no digit",
    "name: A\ndate: wedding": "a date has a name and a day",
    "name: A\nbirthday: 02-30": "no 30 February",
    "name: A\nreal-by: pigeon": "not a channel",
    "name: A\x1b[2J": "control character",
    "name: A\nal\x1bias: x": "not one of the form's keys",
    "\x1b]0;x\x07": "not one of the form's keys",
}

CASES = [
    # The editor itself.
    *(refused(*line, says=says, exits=5, env={"EDITOR": editor}, talks=True)
      for line in OPENS_EDITOR
      for editor, says in NO_EDITOR.items()),
    refused("edit", "ann", says="your draft is kept: ", exits=5, env={"EDITOR": "false"}),
    *(refused(*line, says="editor: no terminal is there for one", env={"EDITOR": "  ", "VISUAL": ""})
      for line in OPENS_EDITOR),
    refused("edit", "ann", says="status 1", exits=5, env={"EDITOR": "true", "VISUAL": "false"}),
    refused("edit", "ann", says="\\u{1b}[2J", exits=5, env={"EDITOR": "exit 3; \x1b[2J"}),
    refused("edit", "ann", says="nowhere", exits=5, env={"EDITOR": "true", "TMPDIR": "/nowhere"}),
    refused("edit", "ann", says="No such file", exits=5, env={"EDITOR": "true", "TMPDIR": "/no\x1b[2J"}),
    *(done(*line, env={"EDITOR": "true"}) for line in OPENS_EDITOR),
    done("edit", "ann", env={"EDITOR": "sh -c 'exit 0' \"an argument\""}),
    # Nobody is asked to write about nobody.
    refused("log", "xyzzy", "-e", says="nobody of that name", exits=3, env={"EDITOR": "touch ran;"}),
    # Notes.
    kept("a note", "log", "ann", "-e", env=writes("a note\n# a comment\n")),
    kept("two\nlines", "log", "ann", "-e", env=writes("\n\ntwo\nlines\n\n")),
    refused("log", "ann", "-e", says="left empty; nothing was logged", env={"EDITOR": LEAVES_NOTHING}),
    refused("log", "ann", "-e", says="your draft is kept: ", env={"EDITOR": LEAVES_NOTHING}),
    done("log", "ann", "-e", says="a real conversation", env=writes("# nothing to say\n")),
    *(refused(*line, says="not a file", exits=5, env={"EDITOR": "sh -c 'rm \"$1\"; mkdir \"$1\"' x"})
      for line in OPENS_EDITOR),
    *(refused(*line, says="not a file", exits=5, env={"EDITOR": "sh -c 'rm \"$1\"; mkfifo \"$1\"' x"})
      for line in OPENS_EDITOR),
    refused("log", "ann", "-e", says="more than 64 MiB", exits=5, env={"EDITOR": "truncate -s 65M"}),
    refused("log", "ann", "-e", "-m", "x", says="only one of the two", env={"EDITOR": "touch ran;"}),
    refused("log", "ann", "-e", "--ask", "2025-02-29 so?", says="your draft is kept: ", env={"EDITOR": "true"}),
    refused("edit", "bo", says="ann-lee has this name already", env=writes("name: ANN lee\n")),
    done("edit", "bo", env=writes("name: Ann Lee\nhandle: ann-two\n")),
    refused("log", "ann", "-e", says="not UTF-8", env={"EDITOR": "sh -c 'printf \"\\377\" > \"$1\"' x"}),
    refused("log", "ann", "-e", says="NUL byte", env={"EDITOR": "sh -c 'printf \"a\\000b\" > \"$1\"' x"}),
    refused("edit", "<remark>", says="note: empty", env={"EDITOR": LEAVES_NOTHING}),
    refused("edit", "<promise>", says="your draft is kept", env={"EDITOR": LEAVES_NOTHING}),
    kept("other words", "edit", "<remark>", env=writes("other words\n")),
    # Forms.
    *(refused("edit", "ann", says=says, env=writes(text)) for text, says in FORMS.items()),
    kept("Ann B", "edit", "ann", env=writes("name: Ann B\n# tier: 9\n")),
    # Sheets, in the editor and from standard input.
    *(refused("edit", "-", says=says, exits=(2, 3), stdin=text.encode()) for text, says in SHEETS.items()),
    *(refused("edit", says=says, exits=(2, 3), env=writes(text)) for text, says in SHEETS.items()
        if "\0" not in text),
    refused("edit", "-", says="not UTF-8", stdin=b"1 - - ann\xff"),
    refused("edit", "-", says="line 2: ", stdin=b"# a comment\n9 - - ann-lee\n"),
    refused("edit", "-", says="line 3: ", stdin=b"1 - - ann-lee\n\n9 - - bo-berg\n"),
    done("edit", "-", says="nothing changed", stdin=b""),
    done("edit", "-", says="nothing changed", stdin=b"# only a comment\n\n"),
    done("edit", "-", says="1 line changed", stdin=b"  2\t10d\t29 oct   ann-lee   # Ann\r\n"),
    done("edit", says="nothing changed", env={"EDITOR": LEAVES_NOTHING}),
    done("edit", says="nothing changed", env={"EDITOR": "true"}),
]
