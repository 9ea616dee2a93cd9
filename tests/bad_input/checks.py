"""What holds of every run, whatever was typed."""

import json
import unicodedata

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def raw_controls(text: str) -> list[str]:
    """The characters in it that a terminal must not be sent."""
    return [c for c in text if (unicodedata.category(c) == "Cc" and c not in "\n\t") or c in BIDI]


def faults_of_output(stdout: bytes, stderr: bytes) -> list[str]:
    """What is wrong with what a run printed, whatever it came to."""
    faults = []
    for name, output in [("stdout", stdout), ("stderr", stderr)]:
        try:
            text = output.decode()
        except UnicodeDecodeError as error:
            faults.append(f"{name} is not UTF-8: {error}")
            continue
        if controls := raw_controls(text):
            faults.append(f"{name} holds raw control characters: {controls[:5]!a}")
        if text and not text.endswith("\n"):
            faults.append(f"{name} does not end with a line break")
    return faults


def faults_of_error(stdout: bytes, stderr: bytes) -> list[str]:
    """What is wrong with the form of an error: `rel: what: why`, at most one `try: …`, no data."""
    faults = []
    lines = stderr.decode(errors="replace").removesuffix("\n").split("\n")
    if stdout:
        faults.append("an error, but something stands on stdout")
    what, _, why = lines[0].removeprefix("rel: ").partition(": ")
    if not lines[0].startswith("rel: ") or not what.strip() or not why.strip():
        faults.append("the first line is not `rel: what: why`")
    if len(lines) > 2 or (len(lines) == 2 and not lines[1].startswith("try: ")):
        faults.append("more than one line `rel: …` and one line `try: …`")
    if any(line.rstrip() in ("rel:", "try:") or line != line.rstrip() for line in lines):
        faults.append("an empty message, or blanks at its end")
    return faults


def strings_in(value: object) -> list[str]:
    """Every string in a JSON value, keys left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings_in(item)]
    return []


def strings_of_json(stdout: bytes) -> list[str]:
    """The same of a program's output; nothing where it is not JSON."""
    try:
        return strings_in(json.loads(stdout))
    except ValueError:
        return []


def faults_of_alignment(stdout: bytes, name: str, name_width: int) -> list[str]:
    """In the table of `list` the column behind the name begins where its heading does."""
    lines = stdout.decode(errors="replace").split("\n")
    row = next((line for line in lines if name in line and "moderate" in line), None)
    if row is None:
        return [f"`list` does not show {name!a} in one piece"]
    begins = row.index("moderate") - len(name) + name_width
    heading = lines[0].index("tier")
    return [] if begins == heading else [f"the tier begins at column {begins}, its heading at {heading}"]
