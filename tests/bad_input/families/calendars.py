"""Calendars: broken, hostile, endless; and what must be kept out of those that go out."""

from case import NOBODY, done, refused

ANN = "ATTENDEE:mailto:ann@x.example\r\n"
BOOK = b'{"people": [{"name": "Ann Dale", "handle": "ann-dale", "emails": ["ann@x.example"]}]}'


def event(lines: str) -> str:
    return "BEGIN:VEVENT\r\nUID:e\r\n" + lines + "END:VEVENT\r\n"


def calendar(*events: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def zone(name: str, lines: str, parts: int = 1) -> str:
    part = ("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" + lines +
            "END:STANDARD\r\n")
    return f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{part * parts}END:VTIMEZONE\r\n"


def event_in(name: str) -> str:
    return event(f"DTSTART;TZID={name}:20261029T190000\r\nDURATION:PT1H\r\n" + ANN)


LONG_AGO = "DTSTART:19700101T190000\r\nDURATION:PT1H\r\n" + ANN
NEVER = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31;BYDAY=MO,TU,WE,TH,FR,SA,SU\r\n"
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
    refused("import", "c.ics", says="the file is cut off here, within an event", data=NOBODY,
        files={"c.ics": calendar(event(EVENING + ANN + "BEGIN:VALARM\r\n" * 100_000))}),
    # A series that never ends, comes too often, or has no day at all.
    taken(calendar(event("DTSTART:19700101T190000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n" + ANN)), "20779 new",
        seconds=20),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=SECONDLY\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:FREQ=YEARLY;INTERVAL=0;BYDAY=" + "MO," * 1000 + "\r\n")), "2 new"),
    taken(calendar(event(EVENING + ANN + "RRULE:\x01\x02%s%n\r\n")), "2 new"),
    # Rules that never come to pass, and ever more of them.
    taken(calendar(*(event(f"UID:{i}\r\n" + LONG_AGO + NEVER) for i in range(100))), "101 new"),
    taken(calendar(event(LONG_AGO + NEVER * 1000)), "2 new"),
    taken(calendar(event(LONG_AGO + NEVER.replace("BYMONTH=2", "BYHOUR=" + ",".join(map(str, range(24)))))), "new"),
    taken(calendar(event(LONG_AGO + "".join(f"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;INTERVAL={i}\r\n"
                                            for i in range(1, 201)))), "2 new"),
    taken(calendar(*(f"BEGIN:VEVENT\r\nUID:{i}\r\n{LONG_AGO}RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n" for i in range(50))),
        "the rest of 49 series left out", seconds=5),
    taken(calendar(event(LONG_AGO + "RRULE:FREQ=DAILY;COUNT=10000\r\n" + "".join(
        f"EXDATE:{1970 + i // 336}{1 + i // 28 % 12:02}{1 + i % 28:02}T190000\r\n" for i in range(10_000)))), "new"),
    # Zones that are none, or lie, or have no end.
    *(taken(calendar(zone("Z", f"RRULE:FREQ={every}\r\n", parts), event_in("Z")), "in a time zone that is not known")
      for every in ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "YEARLY;BYMONTH=2;BYMONTHDAY=30"] for parts in [1, 20]),
    taken(calendar(*(zone(f"Z{i}", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n") for i in range(4000)),
                   *(event_in(f"Z{i}") for i in range(4000))), "events left out: in a time zone that is not known"),
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
    *(refused("import", "c.ics", says="the file is cut off here", data=NOBODY, files={"c.ics": content})
      for content in [b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n" + b"\0" * 100_000,
                      calendar("BEGIN:VEVENT\r\n" * 100_000)]),
    done("import", "c.ics", "--keep-going", says="1 failed", data=NOBODY,
        files={"c.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"}),
    # Going out.
    refused("export", "--to", "ical", says="not a form"),
    refused("list", "--format", "ics", says="not text, json or tsv"),
    refused("due", "--format", "ical", says="not text, json, tsv or ics"),
    refused("export", "--to", "vcard", "-o", "rel.db", says="is the data file itself", exits=5),
    refused("export", "--to", "vcard", "-o", "no/such/folder/", says="No such file", exits=5),
    done("export", "--to", "vcard", data=NOBODY, nothing_out=True),
    done("export", "--to", "ics", "-o", "c.ics", data=NOBODY, says="0 people written to c.ics"),
]
