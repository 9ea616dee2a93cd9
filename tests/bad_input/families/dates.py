"""Days and times: what has the shape of one and isn't, what is on the wrong side of today, what is echoed."""

from case import done, kept, refused

# Where a day that is past goes, and where one that is to come.
PAST = {
    "a word of log": lambda day: ("log", "ann", *day.split(" ")),
    "--on": lambda day: ("log", "ann", "--on", day),
    "heard on": lambda day: ("note", "ann", "x", "--on", day),
    "--last": lambda day: ("edit", "ann", "--last", day),
    "--since": lambda day: ("show", "ann", "--since", day),
}
TO_COME = {
    "--by": lambda day: ("promise", "ann", "x", "--by", day),
    "until": lambda day: ("snooze", "ann", day),
    "away": lambda day: ("snooze", "--everyone", day),
    "ask": lambda day: ("note", "ann", "x", "--ask", day),
}
EVERYWHERE = PAST | TO_COME

# The day, and why it can't be taken.
NO_DAY = {
    "2025-02-29": "2025 has no 29 February",
    "2026-02-30": "2026 has no 30 February",
    "2026-13-01": "there is no month 13",
    "2026-00-10": "there is no month 0",
    "2026-11-00": "no 0 November",
    "2026-11-31": "2026 has no 31 November",
    "03/04/2026": "can be 3 April or 4 March",
    "13/04/2026": "year-month-day",
    "02.11.2026": "year-month-day",
    "26-11-02": "four digits",
    "0000-01-01": "between 1900 and 2199",
    "1899-12-31": "between 1900 and 2199",
    "2200-01-01": "between 1900 and 2199",
    "10000-01-01": "between 1900 and 2199",
    "9999-12-31": "between 1900 and 2199",
    "31 feb": "there is no 31 February",
    "25:61": "not a time of day",
    "24:00": "not a time of day",
    "2026-11-02T25:00": "not a time of day",
    "2026-11-02T": "hours and minutes",
    "2026-11-02T19:30Z": "hours and minutes",
    "last week": "not one day",
    "next month": "not one day",
    "this year": "not one day",
    "99999999999d": "at most four digits",
    "99999999999999999999999999y": "at most four digits",
}

# No shape of a day at all.
NONSENSE = [
    "tuseday", "1e9", "0x10", "١٢", "2026", "3.5d", "d", "soon", "12345678901234567890", "2026–11–02",
    "twenty weeks ago", "1w2d", "\x1b[2J", "%s", "2026-11-02\n",
]

# How a day is understood: always with its weekday and date.
UNDERSTOOD = {
    "today": "today (Sat 21 Nov 2026",
    "yesterday": "yesterday (Fri 20 Nov 2026",
    "sat": "today (Sat 21 Nov 2026",
    "last sat": "Sat 14 Nov 2026",
    "3d ago": "Wed 18 Nov 2026",
    "2w": "Sat 7 Nov 2026",
    "two weeks ago": "Sat 7 Nov 2026",
    "sun 2 weeks ago": "Sun 1 Nov 2026",
    "the day before yesterday": "Thu 19 Nov 2026",
    "nov 2nd": "Mon 2 Nov 2026",
    "on sunday": "Sun 15 Nov 2026",
    "last night": "yesterday (Fri 20 Nov 2026)",
    "this morning": "today (Sat 21 Nov 2026)",
    "yesterday at 7:30 pm": "yesterday (Fri 20 Nov 2026, 19:30)",
    "11-02": "Mon 2 Nov 2026",
    "2 nov": "Mon 2 Nov 2026",
    "NOV 2": "Mon 2 Nov 2026",
    "2 nov 19:30": "Mon 2 Nov 2026, 19:30",
    "2026-11-02T19:30": "Mon 2 Nov 2026, 19:30",
    "02-29": "Thu 29 Feb 2024",
    "1900-01-01": "Mon 1 Jan 1900",
}

NO_BIRTHDAY = {
    "02-30": "there is no 30 February",
    "1981-02-29": "1981 has no 29 February",
    "1899-01-01": "between 1900 and 2199",
    "0000-04-12": "between 1900 and 2199",
    "2027-01-01": "lies in the future",
    "04/12": "can be 4 December or 12 April",
    "yesterday": "not a day of the year",
    "": "not a day of the year",
    "x": "not a day of the year",
    "\x1b": "not a day of the year",
}

NO_NAMED_DAY = {
    "wedding": "a date has a name and a day",
    "06-14": "a date has a name and a day",
    " 06-14": "a date has a name and a day",
    "06-14 wedding": "a date has a name and a day",
    "wedding 06-32": "there is no 32 June",
    "": "date: empty",
}

NO_VIEWPOINT = {
    "": "--as-of: not a date",
    "x": "--as-of x: not a date",
    "\x1b": "not a date",
    "2025-02-29": "2025 has no 29 February",
    "03/04/2026": "can be 3 April or 4 March",
    "2200-01-01": "between 1900 and 2199",
}

CASES = [
    *(refused(*place(day), says=why) for place in (PAST["--on"], TO_COME["--by"]) for day, why in NO_DAY.items()),
    *(refused(*place(day), says=NO_DAY[day]) for place in EVERYWHERE.values()
      for day in ["2025-02-29", "03/04/2026", "25:61", "99999999999d"]),
    *(refused(*place(day), says="not a date")
      for place in (PAST["--on"], PAST["--last"], TO_COME["--by"], TO_COME["until"]) for day in NONSENSE),
    refused("log", "ann", "tuseday", says="tuesday"),
    refused("log", "ann", "--on", "tuseday", says="tuesday"),
    refused("log", "ann", "last", "week", says="try: rel log ann : last week"),
    refused("log", "ann", "2", "novmeber", says="did you mean 2 november?"),
    refused("log", "ann", "at", "7", says="in the morning or in the evening"),
    refused("log", "ann", "sun", "2", "nov", says="2 Nov 2026 is a Monday"),
    refused("log", "ann", "-3d", says="unknown option"),
    done("log", "ann", " 3d ", says="Wed 18 Nov 2026"),
    refused("log", "ann", "--on", "", says="not a date"),
    refused("snooze", "ann", "", says="not a date"),
    refused("promise", "ann", "x", "--by=", says="not a date"),
    # On the wrong side.
    *(refused(*place(day), says="to come")
      for place in PAST.values() for day in ["2027-01-01", "tomorrow", "+3d", "in 2w"]),
    *(refused(*place(day), says="past")
      for place in TO_COME.values() for day in ["2026-11-20", "yesterday", "3d ago"]),
    refused("log", "ann", "23:59", says="still to come"),
    refused("log", "ann", "2026-11-21T09:01", says="still to come"),
    refused("edit", "<contact>", "2027-01-01", says="still to come"),
    refused("snooze", "ann", "today", says="later day"),
    refused("log", "ann", "--promise", "the book by yesterday", says="already past"),
    # Twice.
    refused("log", "ann", "yesterday", "today", says="a second date"),
    refused("log", "ann", "yesterday", "--on", "today", says="a second date"),
    # Understood, and echoed with weekday and date.
    *(done("log", "ann", *day.split(), says=echo) for day, echo in UNDERSTOOD.items()),
    done("snooze", "ann", "2199-12-31", says="2199"),
    done("snooze", "ann", "fri", says="Fri 27 Nov 2026"),
    done("snooze", "ann", "02-29", says="Tue 29 Feb 2028"),
    # Days of the year.
    kept("birthday", "edit", "ann", "--birthday", "02-29"),
    kept("wedding day", "edit", "ann", "--date", "wedding day 06-14"),
    *(refused("edit", "ann", "--birthday", day, says=why) for day, why in NO_BIRTHDAY.items()),
    *(refused("edit", "ann", "--date", day, says=why) for day, why in NO_NAMED_DAY.items()),
    # A time in the spring gap or twice in autumn is echoed as it was understood: civil.
    done("log", "ann", "2026-03-29T02:30", says="Sun 29 Mar 2026, 02:30", env={"TZ": "Europe/Berlin"}),
    done("log", "ann", "2026-10-25T02:30", says="Sun 25 Oct 2026, 02:30", env={"TZ": "Europe/Berlin"}),
    # The night belongs to the day before; a date given is never shifted.
    done("log", "ann", says="Fri 20 Nov 2026", env={"REL_NOW": "2026-11-21T00:30"}),
    done("log", "ann", "2026-11-20", says="Fri 20 Nov 2026", env={"REL_NOW": "2026-11-21T00:30"}),
    # --as-of.
    *(refused("due", "--as-of", day, says=why) for day, why in NO_VIEWPOINT.items()),
    *(refused(command, "--as-of", "today", says="only for commands that read")
      for command in ["add", "log", "edit", "undo"]),
    *(done("due", "--as-of", day) for day in ["1900-01-01", "2199-12-31", "yesterday", "in 2w", "2020-02-29"]),
]
