"""What telephones, chats, mailboxes and other programs export: broken, hostile, large, half good."""

from case import NOBODY, done, refused

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count='1'>\n"
ANN = '<call number="+4930123456" duration="600" date="1794916800000" type="1" presentation="1" contact_name="Ann"/>\n'
END = "</calls>\n"
MEDIA = '<smses><mms date="1794916800000" msg_box="1" address="+4930123456"><parts><part data="%s"/></parts></mms></smses>'
MAIL = "From x\nFrom: ann@example.org\nTo: me@example.net\nDate: Mon, 2 Nov 2026 12:00:00 +0000\n\n"
CHAT = '{"name": "Ann Lee", "type": "personal_chat", "id": 1, "messages": [%s]}'
MESSAGE = '{"type": "message", "date": "2026-11-02T12:00:00", "from": "Ann Lee", "from_id": "user1", "text": %s}'
GOOGLE = "Name,Phone 1 - Value,Notes\n"
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def bytes_of(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def taken(content: str | bytes, *more: str, says: str = "1 new", **world):
    """The file is taken."""
    return done("import", "a.x", *more, says=says, files={"a.x": bytes_of(content)}, **world)


def refuse(content: str | bytes, *more: str, says: str):
    """The file is refused as a whole."""
    return refused("import", "a.x", *more, says=says, files={"a.x": bytes_of(content)})


CASES = [
    # 75: calls.
    taken(HEAD + ANN + END),
    taken(HEAD + ANN.replace("Ann", "&#55357;&#56842; &#55357; &#0; &#xDC00;") + END),
    taken(HEAD + ANN + END, then=("show", "ann"), lacks="&#"),
    taken(HEAD + ANN, says="a.x:4: is not XML: no element found"),
    taken(HEAD + ANN + "<call number=", says="is not XML: unclosed token"),
    refuse(HEAD + "<!ENTITY x 'y'>", says="is not XML"),
    refuse("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + HEAD[57:] + END, "--from", "calls",
        says="document type"),
    refuse("<!DOCTYPE calls SYSTEM 'file:///etc/passwd'><calls/>", says="document type"),
    refuse("<calls>" + ANN.replace("Ann", "&name;") + END, says="undefined entity"),
    refuse("<calls>" * 100_000, says="nested too deeply"),
    refuse("<calls><call " + "x" * 20_000_000, says="a tag of more than 1 MiB"),
    refuse(HEAD + ANN.replace("600", "6e9") + END, says="a.x:3: call: duration: 6e9 is no number"),
    refuse(HEAD + ANN.replace("600", "99999999999999999999") + END, says="duration"),
    refuse(HEAD + ANN.replace("600", "600000") + END, says="longer than a day"),
    refuse(HEAD + ANN.replace("1794916800000", "9223372036854775807") + END, says="not a day that has been"),
    refuse(HEAD + ANN.replace("1794916800000", "-1") + END, says="is no number"),
    refuse((HEAD + ANN + END).encode().replace(b"Ann", b"\0"), says="is not XML"),
    refuse((HEAD + ANN + END).encode().replace(b"Ann", b"\xff"), says="is not XML"),
    refuse("<html><body/></html>", "--from", "calls", says="holds neither calls nor messages"),
    taken(HEAD + END, says="0 new"),
    taken(HEAD + ANN + ANN + END, says="1 new, 0 updated, 1 unchanged"),
    taken(HEAD + ANN + "<call type='x'/>" + END, "--keep-going", says="1 failed"),
    taken(HEAD + ANN, "--keep-going", says="1 new, 0 updated, 0 unchanged, 0 skipped, 1 failed"),
    taken((HEAD.replace("UTF-8", "UTF-16") + ANN + END).encode("utf-16"), "--from", "calls"),
    taken(HEAD + ANN + END, data=NOBODY, says="0 new", then=("list",)),
    done("import", "a.x", "a.x", says="1 new, 0 updated, 1 unchanged", files={"a.x": (HEAD + ANN + END).encode()}),
    # A picture of 40 MB in a message; many strangers.
    taken(MEDIA % ("A" * 40_000_000), seconds=10),
    taken(HEAD + "".join(ANN.replace("123456", f"{n:06}") for n in range(20_000)) + END, seconds=10,
        says="20000 skipped"),
    # Chats.
    refuse("3/4/2026, 9:00 - Ann Lee: x\n", says="--dates dmy"),
    taken("3/4/2026, 9:00 - Ann Lee: x\n", "--dates", "dmy"),
    refuse("3/4/2026, 9:00 - Ann Lee: x\n", "--dates", "05/04", says="not an order of days"),
    taken("13/11/2026, 9:00 - Ann Lee: \x1b[2J\n" + "x" * 3_000_000 + "\n"),
    taken(b"13/11/2026, 9:00 - Ann\xff Lee: x\n", says="0 new"),
    taken("13/11/2026, 9:00 - \x1b]0;x\x07: x\n", says="0 new"),
    taken("13/11/2026, 9:00 - Ann Lee: x\n20/11/2026, 9:00 - Ann Lee: x\n", says="2 new"),
    # 74: Telegram and Monica.
    taken(CHAT % (MESSAGE % '"x"')),
    taken(CHAT % (MESSAGE % '"x"') + "", "--from", "telegram"),
    refuse(CHAT % (MESSAGE % '"\\ud800"'), says="is not JSON"),
    refuse(CHAT % (MESSAGE % "1e400"), says="is not JSON"),
    refuse(CHAT % (MESSAGE % ("[" * 100_000)), says="nested too deeply"),
    taken(CHAT % (MESSAGE % '"x"') + " trailing", says="is not JSON"),
    taken((CHAT % (MESSAGE % '"x"'))[:-2], says="is not JSON"),
    refuse((CHAT % (MESSAGE % '"x"')).replace("2026-11-02", "2026-02-30"), says="not a day that has been"),
    refuse('{"app_version": "v4.0.0", "export_date": "x", "account": ', says="is not JSON"),
    refuse('{"app_version": "v4.0.0", "export_date": "x", "account": 5}', says="holds no account of Monica"),
    # Mail.
    taken(MAIL, "--me", "me@example.net", says="0 new"),
    refuse(MAIL, "--me", "me", says="not an address"),
    refuse(MAIL.replace("ann@example.org", "").replace("me@example.net", ""), says="which address is yours?"),
    taken(MAIL + "x" * 20_000_000, "--me", "me@example.net", says="0 new", seconds=10),
    # friends.md.
    taken("# Friends\n- Ada Kern\n", says="1 new", then=("list",), keeps="Ada Kern"),
    taken("# Friends\n- Ada\x1b[2J\n", says="1 new", then=("list",)),
    taken(b"# Friends\n- Zo\xeb Kern\n", says="1 new", then=("list",), keeps="Zoë Kern"),
    refuse("# Friends\n- " + "x" * 201 + "\n", says="more than 200 characters"),
    refuse("# Friends\n- a\0b\n", says="NUL"),
    refuse("# Activities\n- 2025-02-29: x\n", says="is not a day"),
    # 72: address books as tables.
    taken(GOOGLE + "Ada Kern,+49 30 999999,=1+1\n", says="2 new", then=("show", "ada"), keeps="=1+1"),
    taken((GOOGLE + "Ada Kern,,\n").encode("utf-16"), says="1 new"),
    taken(GOOGLE + GOOGLE + "Ada Kern,,\n", says="1 new"),
    refuse(GOOGLE, says="holds no people"),
    refuse(GOOGLE + "Ada Kern\n", says="a.x:2: has 1 columns"),
    refuse(GOOGLE + '"Ada Kern,,\n', says="a quote is never closed"),
    refuse(GOOGLE + "a\0b,,\n", "--from", "google", says="NUL"),
    refuse(GOOGLE.strip() + ",x" * 100_000 + "\n", "--from", "google", says="more than 1000 columns"),
    refuse(LINKEDIN + "Ada,Kern,,,,,01 Jan 2020\n", says="no circle"),
    taken("Notes:\n\"unclosed\n\n" + LINKEDIN + "Ada,Kern,,,,,01 Jan 2020\n", "--only", "kern"),
    refuse(HEAD + ANN + END, "--from", "nokia", says="not a format that rel reads"),
]
