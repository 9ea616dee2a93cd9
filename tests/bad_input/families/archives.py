"""What rel export writes, broken: the archive and the tables of people and contacts."""

from case import NOBODY, done, refused

HEAD = "who,on,time,channel,minutes,by,depth,note\n"


def archive(content: str | bytes, says: str):
    """The archive is refused as a whole."""
    bytes_ = content.encode() if isinstance(content, str) else content
    return refused("import", "a.json", says=says, files={"a.json": bytes_})


def table(content: str | bytes, says: str, *more: str):
    """The table is refused as a whole."""
    bytes_ = content.encode() if isinstance(content, str) else content
    return refused("import", "a.csv", *more, says=says, files={"a.csv": bytes_})


def taken(content: str | bytes, says: str, **more):
    """The table is taken."""
    bytes_ = content.encode() if isinstance(content, str) else content
    return done("import", "a.csv", says=says, files={"a.csv": bytes_}, **more)


ROW = "ann-lee,2026-11-01,,call,5,,,\n"
FORMULAS = ["=1+1", "+1", "-1", "@x", "'=1", "''=1"]

CASES = [
    # 74: the archive.
    archive("{" + "\"people\":[" * 1 + "[" * 100_000, "nested too deeply"),
    archive("{\"a\":" * 100_000, "nested too deeply"),
    archive('{"people": [], "people": []}', "there twice"),
    archive('{"people": [{"name": "A", "name": "B"}]}', "there twice"),
    archive('{"people": [{"name": "A", "every_days": 1e400}]}', "is not JSON"),
    archive('{"people": [{"name": "\\ud800"}]}', "is not JSON"),
    archive('{"people": [{"name": "\\udc00x"}]}', "is not JSON"),
    archive(b'{"people": [{"name": "\xff"}]}', "is not JSON"),
    archive('{"people": [{"name": "\\u0000"}]}', "NUL"),
    archive('{"people": []} trailing', "is not JSON"),
    archive('{"people": []', "is not JSON"),
    archive("{", "is not JSON"),
    archive('{"schema": 2, "people": []}', "newer rel"),
    archive('{"schema": 99999999999999999999}', "schema"),
    archive('{"schema": "1"}', "schema: is not 1"),
    archive('{"x": 1}', "not a key"),
    archive('{"people": [{"name": "A\\u001b[2J", "x\\u001b[2J": 1}]}', "not a key"),
    archive('{"contacts": [{"with": ["nobody"], "on": "2026-11-01"}]}', "nobody of the handle nobody"),
    archive('{"contacts": [{"with": ["ann-lee"], "on": "2026-12-24"}]}', "lies in the future"),
    refused("import", "rel.db", "--from", "json", says="is a database"),
    done("import", "a.json", says="0 new", data=NOBODY, files={"a.json": b"{}"}),
    done("import", "a.json", says="1 new", files={"a.json": b'{"people": [{"name": "A\\u001b[2J"}]}'}, then=("list",)),
    # 72: tables.
    table(HEAD + ROW + "ann-lee,2026-11-01,,call,5,,,a\0b\n", "NUL", "--from", "csv"),
    table(HEAD + "ann-lee,2026-11-01\n", "a.csv:2: has 2 columns"),
    table(HEAD + "ann-lee" + "," * 12 + "\n", "a.csv:2: has 13 columns"),
    table(HEAD + ROW + "ann-lee,2026-11-01,,call,5,,," + "x" * 100 * 1024 * 1024, "a.csv:3: a line of more than 2 MiB"),
    table(HEAD + ROW + 'ann-lee,2026-11-01,,call,5,,,"never', "a.csv:3: a quote is never closed"),
    table(HEAD + 'ann-lee,2026-11-01,,call,5,,,"never\n' + ROW * 200_000, "a.csv:2: a line of more than 2 MiB"),
    table("who,on" + "," * 100_000 + "\n", "more than 1000 columns"),
    table("who,on,who\n", "there twice"),
    table(HEAD + "nobody\x1b[2J,2026-11-01,,,,,,\n", "nobody of that name"),
    table("Name,Date\n", "needs the columns who and on"),
    table("who,on\n", "not COLUMN=THEIRS", "--map", "who"),
    table(HEAD + ROW + ROW.replace("2026-11-01", "2026-02-30"), "a.csv:3: "),
    taken(HEAD, "0 new"),
    taken(HEAD + ROW + HEAD + ROW, "2 new"),
    taken((HEAD + ROW).replace("\n", "\r"), "1 new"),
    taken((HEAD + ROW).encode("utf-16"), "1 new"),
    taken((HEAD + ROW).encode("utf-8-sig"), "1 new"),
    taken((HEAD + ROW).replace(",", ";"), "1 new"),
    taken(HEAD + "Zo\u00eb Bonnet,2026-11-01,,,,,,\n", "1 new"),
    taken((HEAD + "Zo\u00eb Bonnet,2026-11-01,,,,,,\n").encode("latin-1"), "1 new"),
    done("import", "a.csv", "a.csv", says="1 new, 0 updated, 1 unchanged", files={"a.csv": (HEAD + ROW).encode()}),
    # 14: what a spreadsheet would run.
    *(taken(HEAD + f"ann-lee,2026-11-01,,call,5,,,'{text}\n", "1 new", then=("show", "ann"), keeps=text)
      for text in FORMULAS),
    # 78, 79.
    done("import", "a.csv", "--keep-going", says="1 new, 0 updated, 0 unchanged, 0 skipped, 1 failed",
        files={"a.csv": (HEAD + ROW + "x\n").encode()}),
    refused("import", "rel.db", "--from", "csv", says="rel.db"),
    # Where an export may go.
    refused("export", "-o", "rel.db", says="is the data file itself", exits=5),
    refused("export", "-o", "/dev/full", says="not a regular file", exits=5),
    refused("export", "-o", "no/such/folder.json", says="No such file", exits=5),
    refused("export", "-o", "", says="--output: empty"),
    refused("export", "--to", "xml", says="not a form"),
    refused("export", "ann", says="ann"),
    refused("export", "-o", "dangling", says="a link to nothing", exits=5,
        files={"dangling": lambda path: path.symlink_to("nowhere")}),
    done("export", data=NOBODY, says='"people":[]'),
]
