"""Calendars: broken, hostile, endless; and what must be kept out of those that go out."""

from case import NOBODY, done, refused

ANN = "ATTENDEE:mailto:ann@x.example\r\n"
BOOK = b'{"people": [{"name": "Ann Dale", "handle": "ann-dale", "emails": ["ann@x.example"]}]}'


def event(lines: str) -> str:
    return "BEGIN:VEVENT\r\nUID:e\r\n" + lines + "END:VEVENT\r\n"


def calendar(*events: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


EVENING = "DTSTART:20261029T190000\r\nDURATION:PT1H\r\n"


def taken(content: bytes, says: str, **more):
    """The calendar is read, beside an archive in which Ann Dale has an e-mail."""
    return done("import", "a.json", "c.ics", "--meetings", says=says, data=NOBODY,
        files={"a.json": BOOK, "c.ics": content}, **more)


CASES = [
    taken(calendar(event(EVENING + ANN)), "2 new", then=("show", "ann"), keeps="2026-10-29"),
    taken(calendar(event(EVENING + ANN + "SUMMARY:x\x1b[2Jy\r\n")), "2 new", then=("show", "ann"), keeps="x\x1b[2Jy"),
    taken(calendar(event(EVENING + ANN + "SUMMARY:" + "x" * 1_000_000 + "\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN * 100_000)), "2 new"),
    taken(calendar(event(EVENING + ANN + "BEGIN:VALARM\r\n" * 100_000)), "1 new"),
    # A series that never ends, comes too often, or has no day at all.
    taken(calendar(event("DTSTART:19700101T190000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n" + ANN)), "20001 new",
        seconds=20),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=SECONDLY\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=YEARLY;INTERVAL=0;BYDAY=" + "MO," * 1000 + "\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:\x01\x02%s%n\r\n")), "2 new"),
    # Zones that are none, or lie.
    taken(calendar(event("DTSTART;TZID=../../etc/passwd:20261029T190000\r\nDURATION:PT1H\r\n" + ANN)),
        "in a time zone that is not known"),
    taken(calendar("BEGIN:VTIMEZONE\r\nTZID:Z\r\n" + "BEGIN:STANDARD\r\n" * 10_000 + "END:VTIMEZONE\r\n",
        event("DTSTART;TZID=Z:20261029T190000\r\nDURATION:PT1H\r\n" + ANN)), "1 event"),
    # Days and lengths that are none.
    *(taken(calendar(event(f"DTSTART:{day}\r\nDURATION:PT1H\r\n" + ANN)), "without a start")
      for day in ["", "x", "20260230T190000", "99999999T190000", "20261029T250000", "00000101T000000"]),
    *(taken(calendar(event(f"DTSTART:20261029T190000\r\nDURATION:{length}\r\n" + ANN)), "1 event left out")
      for length in ["", "P", "-PT1H", "P99999W", "PT99999999999H"]),
    # No calendar, or half of one.
    refused("import", "c.ics", "--from", "ics", says="not a calendar", files={"c.ics": b"nothing"}),
    done("import", "c.ics", says="0 new", data=NOBODY, files={"c.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"}),
    done("import", "c.ics", says="0 new", data=NOBODY, files={"c.ics": b"BEGIN:VCALENDAR\r\n" + b"\0" * 100_000}),
    done("import", "c.ics", says="0 new", data=NOBODY, files={"c.ics": calendar("BEGIN:VEVENT\r\n" * 100_000)}),
    # Going out.
    refused("export", "--to", "ical", says="not a form"),
    refused("list", "--format", "ics", says="not text, json or tsv"),
    refused("due", "--format", "ical", says="not text, json, tsv or ics"),
    refused("export", "--to", "vcard", "-o", "rel.db", says="is the data file itself", exits=5),
    refused("export", "--to", "vcard", "-o", "no/such/folder/", says="No such file", exits=5),
    done("export", "--to", "vcard", data=NOBODY, nothing_out=True),
    done("export", "--to", "ics", "-o", "c.ics", data=NOBODY, says="0 people written to c.ics"),
]
