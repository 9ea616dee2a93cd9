"""Texts that several families use."""

# What a terminal would obey, and what hides or turns round what stands beside it.
CONTROLS = {
    "clear screen": "x\x1b[2Jy",
    "title": "x\x1b]0;owned\x07y",
    "link (OSC 8)": "x\x1b]8;;http://a.b\x1b\\y",
    "clipboard (OSC 52)": "x\x1b]52;c;aGk=\x07y",
    "device control (DCS)": "x\x1bP$q\x1b\\y",
    "C1 introducer": "x\x9b2Jy",
    "C1 next line": "x\x85y",
    "bell": "x\x07y",
    "backspace": "x\x08y",
    "delete": "x\x7fy",
    "carriage return": "x\ry",
    "vertical tab": "x\x0by",
    "form feed": "x\x0cy",
    "right-to-left override": "x\u202ey",
    "left-to-right embedding": "x\u202ay",
    "isolate": "x\u2067y\u2069",
    "right-to-left mark": "x\u200fy",
    "Arabic letter mark": "x\u061cy",
    "line separator": "x\u2028y",
    "paragraph separator": "x\u2029y",
}

LINE_BREAKS = ["x\ny", "x\ty", "x\n\n\ny"]

INVISIBLE = ["", " ", "   ", "\u00a0", "\u3000", "\u200b", "\u200d\u200b", "\ufeff", "\u2060", " \u200c "]

NOT_UTF8 = {
    "a lone continuation byte": b"x\x80y",
    "a cut sequence": b"x\xc3",
    "an overlong slash": b"x\xc0\xafy",
    "an overlong NUL": b"x\xc0\x80y",
    "a lone surrogate": b"x\xed\xa0\x80y",
    "beyond Unicode": b"x\xf4\x90\x80\x80y",
    "five bytes": b"x\xf8\x88\x80\x80\x80y",
    "Latin-1": "Zoë".encode("latin-1"),
    "the byte FF": b"\xff",
}

# Taken to the letter: a shell, SQL, printf, format strings, spreadsheets, the parser of options and JSON.
TO_THE_LETTER = [
    'say "hi"', "it's", "a\\b\\n", "back\\", "$(touch x)", "`id`", "${HOME}", "a; rm -rf *", "x && y | z > w",
    "'); DROP TABLE person;--", '" OR 1=1 --', "%s%n%p", "100 %", "{0:*^99999999}", "{}", "{{}}", "{x!r}",
    "=1+1", "+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "[a,b]", "[]", '"quoted"', "'single'", 'b"xx"', "%%", "~",
        "~root",
    "*", "?x", "#x", "!!", "a=b", "<b>x</b>", "&amp;", '{"a": 1}', "null", "true", "0", "1e9", "e\u0301", "é",
    "x\u0301" * 3, "ß", "İ", "ﬁ", "Ⅷ", "½", "👩‍👩‍👧", "🇩🇪", "🇩", "☎️", "👍🏽", "שלום", "مرحبا", "สวัสดี", "नमस्ते",
        "한국", "李小龍",
]
