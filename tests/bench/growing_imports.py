"""Imports: n entries of a kind at one person, of one name, one number or one day."""
import json

from growing import Cases

IMPORTS = Cases()

ANN = {"handle": "ann", "name": "Ann Dale", "tier": "high", "added": "2025-01-01", "start": "2025-01-01",
       "considered": "2025-01-01"}
NUMBER = "+49 30 1234567"
ADDRESS = "ann@example.org"


def ann(place, *options):
    place.rel("add", "Ann Dale", "--handle", "ann", "--tier", "high", "--phone", NUMBER, "--email", ADDRESS,
              *options)


def day(i):
    """One of 28 · 12 · 40 days."""
    return f"{1980 + i // 336 % 40}-{1 + i // 28 % 12:02}-{1 + i % 28:02}"


# --- Archives, whose entries need no ids

def archive(place, people=(ANN,), **entries):
    return "import", place.write("in.json", json.dumps({"people": list(people), **entries}))


# --- Lists and chats in JSON

@IMPORTS.case("call list: n calls of one number")
def listed_calls(place, n):
    ann(place)
    return "import", place.write("in.json", json.dumps([
        {"number": NUMBER, "date": str(1_700_000_000_000 + i * 7_000_000 // 60), "duration": "600", "type": "1"}
        for i in range(n)]))


@IMPORTS.case("facebook: n messages of one person")
def facebook_messages(place, n):
    ann(place)
    return "import", place.write("in.json", json.dumps({
        "participants": [{"name": "Ann Dale"}, {"name": "Me"}],
        "messages": [{"sender_name": "Ann Dale", "timestamp_ms": 1_600_000_000_000 + i * 1000, "content": "x"}
                     for i in range(n)]}))


@IMPORTS.case("telegram: n messages before the name")
def telegram_name_last(place, n):
    ann(place)
    return "import", place.write("in.json", json.dumps({
        "messages": [{"type": "message", "date": "2026-01-02T10:00:00", "from": "Ann Dale", "from_id": "user1"}] * n,
        "name": "Ann Dale", "type": "personal_chat", "id": 1}))


@IMPORTS.case("archive: n promises to one person", short=True)
def archived_promises(place, n):
    return archive(place, promises=[{"handle": "ann", "mine": True, "text": f"promise {i}", "given": "2026-01-01"}
                                    for i in range(n)])


@IMPORTS.case("archive: n remarks of one person")
def archived_remarks(place, n):
    return archive(place, remarks=[{"handle": "ann", "text": f"remark {i}", "heard": "2026-01-01"}
                                   for i in range(n)])


@IMPORTS.case("archive: n remarks with one text")
def archived_remarks_of_one_text(place, n):
    return archive(place, remarks=[{"handle": "ann", "text": "tea", "heard": day(i)} for i in range(n)])


@IMPORTS.case("archive: n snoozes of one person")
def archived_snoozes(place, n):
    return archive(place, snoozes=[{"handle": "ann", "on": "2026-01-01", "until": "2026-12-01", "counted": True,
                                    "why": f"reason {i}"} for i in range(n)])


@IMPORTS.case("archive: n contacts of one day")
def archived_contacts(place, n):
    return archive(place, contacts=[{"with": ["ann"], "on": "2026-01-01", "channel": "call", "minutes": 20,
                                     "note": f"talk {i}"} for i in range(n)])


@IMPORTS.case("archive: n reviews")
def archived_reviews(place, n):
    return archive(place, reviews=[{"on": day(i), "since": "2020-01-01", "until": "2020-02-01", "intentions": []}
                                   for i in range(n)])


@IMPORTS.case("archive: one contact with n people", short=True)
def archived_group(place, n):
    people = [{**ANN, "handle": f"p-{i}", "name": f"Person {i}"} for i in range(n)]
    return archive(place, people, contacts=[{"with": [one["handle"] for one in people], "on": "2026-01-01",
                                             "channel": "met", "minutes": 20}])


@IMPORTS.case("archive: n people of one name")
def archived_namesakes(place, n):
    return archive(place, [{**ANN, "handle": f"ann-{i}"} for i in range(n)])


@IMPORTS.case("archive: n people of one name, without handles")
def archived_namesakes_without_handles(place, n):
    one = {key: value for key, value in ANN.items() if key != "handle"}
    return archive(place, [one] * n)


@IMPORTS.case("archive: what is here already, n people of one name")
def archived_namesakes_again(place, n):
    words = archive(place, [{key: value for key, value in ANN.items() if key != "handle"}] * n)
    place.rel(*words)
    return words


@IMPORTS.case("archive: n talks with one person about whom n asks are open", short=True)
def archived_asks(place, n):
    place.rel(*archive(place, remarks=[{"handle": "ann", "text": f"ask {i}", "heard": day(i), "ask_on": day(i)}
                                       for i in range(n)]))
    table = "".join(f"ann,{day(i)},call\n" for i in range(n))
    return "import", place.write("in.csv", "who,on,channel\n" + table)


# --- Cards

def card(*lines):
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def cards(place, *all_cards):
    return "import", place.write("in.vcf", "".join(all_cards))


@IMPORTS.case("vCard: n people")
def cards_of_all(place, n):
    return cards(place, *(card(f"FN:Person{i} Dale", f"UID:{i}", f"TEL:+49 30 {i:07}") for i in range(n)))


@IMPORTS.case("vCard: n cards of one name with UIDs")
def cards_of_namesakes(place, n):
    return cards(place, *(card("FN:Ann Dale", f"UID:{i}") for i in range(n)))


@IMPORTS.case("vCard: n cards of one person, each with a number", short=True)
def cards_of_one_person(place, n):
    return cards(place, *(card("FN:Ann Dale", f"TEL:+49 30 {i:07}") for i in range(n)))


@IMPORTS.case("vCard: n cards with one number")
def cards_of_one_number(place, n):
    return cards(place, *(card(f"FN:Person{i} Dale", f"UID:{i}", f"TEL:{NUMBER}") for i in range(n)))


@IMPORTS.case("vCard: n namesakes, each with the n numbers of one")
def cards_of_one_number_and_name(place, n):
    place.rel(*cards(place, card("FN:Ann Dale", "UID:0", *(f"TEL:+49 30 {i:07}" for i in range(n)))))
    return cards(place, *(card("FN:Ann Dale", f"UID:{i + 1}", f"TEL:+49 30 {i:07}") for i in range(n)))


def one_card(what, *lines, short=False):
    @IMPORTS.case(f"vCard: one card with n {what}", short=short)
    def prepare(place, n):
        return cards(place, card("FN:Ann Dale", *(line.format(i=i) for i in range(n) for line in lines)))


one_card("TEL", "TEL:+49 30 {i:07}", short=True)
one_card("EMAIL", "EMAIL:ann{i}@example.org")
one_card("CATEGORIES", "CATEGORIES:tag{i}")
one_card("NICKNAME", "NICKNAME:Nick {i}")
one_card("X-ABDATE", "i{i}.X-ABDATE:1980-01-01", "i{i}.X-ABLABEL:day {i}")
one_card("short TEL", "TEL:{i:05}")
one_card("unknown lines", "X-UNKNOWN-{i}:x")


# --- Address books as tables

@IMPORTS.case("Google: n rows of one name")
def google_namesakes(place, n):
    rows = "".join(f"Ann,Dale,+49 30 {i:07},note {i}\n" for i in range(n))
    return "import", place.write("in.csv", "First Name,Last Name,Phone 1 - Value,Notes\n" + rows)


@IMPORTS.case("Google: n rows without a name, with days in figures")
def google_nameless(place, n):
    rows = "".join(f"{'Ann' if i % 2 else ''},03/04/1980\n" for i in range(n))
    return "import", place.write("in.csv", "First Name,Birthday,Labels\n" + rows.replace("\n", ",\n")), "--dates", "dmy"


@IMPORTS.case("Outlook: n rows of one number")
def outlook_number(place, n):
    rows = "".join(f"Person{i},{NUMBER}\n" for i in range(n))
    return "import", place.write("in.csv", "First Name,Mobile Phone\n" + rows)


# --- Tables of contacts

def table(place, rows, *options):
    return "import", place.write("in.csv", "who,on,channel,minutes,note\n" + "".join(rows)), *options


@IMPORTS.case("contacts CSV: n rows of one person and day")
def rows_of_one_day(place, n):
    ann(place)
    return table(place, (f"ann,2026-01-01,call,20,talk {i}\n" for i in range(n)))


@IMPORTS.case("contacts CSV: n rows that are here already, of one person and day")
def rows_again(place, n):
    ann(place)
    words = table(place, (f"ann,2026-01-01,call,20,talk {i}\n" for i in range(n)))
    place.rel(*words)
    return words


@IMPORTS.case("contacts CSV: n rows, the latest first, beside one")
def rows_backwards(place, n):
    ann(place)
    place.rel("log", "ann", "call", "20m")
    return table(place, (f"ann,{day(i)},call,20,\n" for i in reversed(range(n))))


@IMPORTS.case("contacts CSV: 5 rows of n people")
def rows_of_groups(place, n):
    place.rel(*archive(place, [{**ANN, "handle": f"p-{i}", "name": f"Person {i}"} for i in range(n)]))
    names = ";".join(f"p-{i}" for i in range(n))
    return table(place, (f"{names},2026-01-0{i},met,20,\n" for i in range(1, 6)))


@IMPORTS.case("contacts CSV: 5 rows of n people that are here already, in another order")
def rows_of_groups_again(place, n):
    rows_of_groups(place, n)
    place.rel("import", place.folder / "in.csv")
    names = ";".join(f"p-{i}" for i in reversed(range(n)))
    return table(place, (f"{names},2026-01-0{i},met,20,\n" for i in range(1, 6)))


@IMPORTS.case("contacts CSV: n rows of names that nobody has, beside n people")
def rows_of_strangers(place, n):
    place.rel(*archive(place, [{**ANN, "handle": f"p-{i}", "name": f"Person {i}"} for i in range(n)]))
    return table(place, (f"Stranger{i},2026-01-01,met,20,\n" for i in range(n)), "--keep-going")


# --- What a telephone logs

def backup(place, root, entries):
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
    return "import", place.write("in.xml", f"{head}<{root}>\n{''.join(entries)}</{root}>\n")


def call(at_s, number=NUMBER, kind=1, seconds=600):
    return f'<call number="{number}" duration="{seconds}" date="{at_s}000" type="{kind}" presentation="1" />\n'


@IMPORTS.case("calls: n of one number on one day", short=True)
def calls_of_one_day(place, n):
    ann(place)
    return backup(place, "calls", (call(1795028400 + i) for i in range(n)))


@IMPORTS.case("calls: n that are here already, of one number on one day")
def calls_again(place, n):
    words = calls_of_one_day(place, n)
    place.rel(*words)
    return words


@IMPORTS.case("calls: n of one number, over 40 years")
def calls_of_years(place, n):
    ann(place)
    return backup(place, "calls", (call(400000000 + 60000 * i) for i in range(n)))


@IMPORTS.case("calls: n beside n that were typed on the same day")
def calls_beside_typed(place, n):
    ann(place)
    place.rel(*table(place, (f"ann,2026-11-18,call,300,talk {i}\n" for i in range(n))))
    return backup(place, "calls", (call(1795028400 + i) for i in range(n)))


@IMPORTS.case("calls: n of n numbers that nobody has")
def calls_of_strangers(place, n):
    ann(place)
    return backup(place, "calls", (call(1795028400 + i, f"+49 30 {i:07}") for i in range(n)))


@IMPORTS.case("calls: n of n numbers with one ending, beside n people with such numbers")
def calls_of_one_ending(place, n):
    place.rel(*cards(place, *(card(f"FN:Person{i} Dale", f"UID:{i}", f"TEL:+49 {i:05} 123456") for i in range(n))))
    return backup(place, "calls", (call(1795028400 + i, f"+49 {2 * i:05} 123456") for i in range(n)))


@IMPORTS.case("calls: of n people with one number")
def calls_of_namesakes(place, n):
    place.rel(*cards_of_one_number(place, n))
    return backup(place, "calls", (call(1795028400 + i) for i in range(n)))


@IMPORTS.case("messages: n of one number on one day")
def messages_of_one_day(place, n):
    ann(place)
    return backup(place, "smses", (f'<sms address="{NUMBER}" date="{1795028400 + i}000" type="1" body="x" />\n'
                                   for i in range(n)))


@IMPORTS.case("messages: of n people of one address on one day")
def mail_of_namesakes(place, n):
    place.rel(*cards(place, *(card(f"FN:Person{i} Dale", f"UID:{i}", f"EMAIL:{ADDRESS}") for i in range(n))))
    return mail_of_one_day(place, n)


@IMPORTS.case("messages: of n people, beside a meeting of them all")
def messages_beside_a_group(place, n):
    people = [{**ANN, "handle": f"p-{i}", "name": f"Person {i}", "phones": [f"+49 30 {i:07}"]} for i in range(n)]
    place.rel(*archive(place, people, contacts=[{"with": [one["handle"] for one in people], "on": "2026-11-18",
                                                 "channel": "met", "minutes": 20}]))
    return backup(place, "smses", (f'<sms address="+49 30 {i:07}" date="1795028400000" type="1" body="x" />\n'
                                   for i in range(n)))


# --- Calendars, chats and mail

def event(i, *lines):
    start = f"{day(i).replace('-', '')}T{9 + i % 8:02}{i // 8 % 60:02}00Z"
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{i}", f"DTSTART:{start}", "DURATION:PT30M", f"ATTENDEE:mailto:{ADDRESS}",
                        *lines, "END:VEVENT", ""])


def calendar(place, *events):
    ann(place)
    body = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n"
    return "import", place.write("in.ics", body), "--meetings"


@IMPORTS.case("calendar: n events on one day", short=True)
def events_of_one_day(place, n):
    return calendar(place, *(event(0, f"UID:{i}") for i in range(n)))


@IMPORTS.case("calendar: n events over 40 years")
def events_of_years(place, n):
    return calendar(place, *(event(i) for i in range(n)))


@IMPORTS.case("calendar: one event with n attendees, of whom one is known")
def attendees(place, n):
    return calendar(place, event(0, *(f"ATTENDEE:mailto:p{i}@example.org" for i in range(n))))


@IMPORTS.case("calendar: one series with n days left out")
def days_left_out(place, n):
    return calendar(place, event(0, "RRULE:FREQ=DAILY", *(f"EXDATE:{day(i).replace('-', '')}T090000Z"
                                                           for i in range(n))))


@IMPORTS.case("calendar: one event with n rules")
def rules(place, n):
    return calendar(place, event(0, *(f"RRULE:FREQ=YEARLY;INTERVAL={i % 40 + 1};COUNT=3" for i in range(n))))


@IMPORTS.case("calendar: n series")
def series(place, n):
    return calendar(place, *(event(i, "RRULE:FREQ=YEARLY;COUNT=2") for i in range(n)))


@IMPORTS.case("calendar: n zones")
def zones(place, n):
    def zone(i):
        return (f"BEGIN:VTIMEZONE\r\nTZID:Zone{i}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                "END:STANDARD\r\nEND:VTIMEZONE\r\n")

    def at_zone(i):
        return event(i).replace("DTSTART:", f"DTSTART;TZID=Zone{i}:").replace("00Z", "00")
    return calendar(place, *map(zone, range(n)), *map(at_zone, range(n)))


@IMPORTS.case("WhatsApp: n messages of one day")
def whatsapp(place, n):
    ann(place)
    chat = "".join(f"2026-11-02, 20:{i % 60:02} - {'Ann Dale' if i % 2 else 'Me'}: x\n" for i in range(n))
    return "import", place.write("WhatsApp Chat with Ann Dale.txt", chat)


@IMPORTS.case("WhatsApp: n senders")
def whatsapp_senders(place, n):
    ann(place)
    return "import", place.write("WhatsApp Chat.txt", "".join(f"2026-11-02, 20:15 - Sender {i}: x\n" for i in range(n)))


@IMPORTS.case("Telegram: n messages of one day")
def telegram(place, n):
    ann(place)
    messages = [{"id": i, "type": "message", "date": "2026-11-02T21:25:39", "from": "Ann Dale", "from_id": "user1",
                 "date_unixtime": str(1793654739 + i), "text": "x"} for i in range(n)]
    chat = {"name": "Ann Dale", "type": "personal_chat", "id": 1, "messages": messages}
    return "import", place.write("in.json", json.dumps(chat, indent=1))


@IMPORTS.case("mail: n messages of one day")
def mail_of_one_day(place, n):
    ann(place)
    mail = "".join(f"From x Mon Nov  2 20:15:33 2026\nFrom: {ADDRESS}\nTo: me@example.org\n"
                   "Date: Mon, 2 Nov 2026 20:15:33 +0100\n\nx\n\n" for i in range(n))
    return "import", place.write("in.mbox", mail), "--me", "me@example.org"


@IMPORTS.case("mail: one message to n people")
def mail_to_many(place, n):
    place.rel(*cards(place, *(card(f"FN:Person{i} Dale", f"EMAIL:p{i}@example.org") for i in range(n))))
    to = ",\n ".join(f"p{i}@example.org" for i in range(n))
    mail = (f"From x Mon Nov  2 20:15:33 2026\nFrom: me@example.org\nTo: {to}\n"
            "Date: Mon, 2 Nov 2026 20:15:33 +0100\n\nx\n\n")
    return "import", place.write("in.mbox", mail), "--me", "me@example.org"


# --- friends.md and Monica

def friends(place, activities=(), notes=()):
    return "import", place.write("friends.md", "### Activities:\n\n" + "".join(activities) + "\n### Notes:\n\n"
                                 + "".join(notes) + "\n### Friends:\n\n- Ann Dale\n")


@IMPORTS.case("friends.md: n activities of one person on one day")
def friends_activities(place, n):
    return friends(place, (f"- 2018-11-01: **Ann Dale** and I walked {i} miles.\n" for i in range(n)))


@IMPORTS.case("friends.md: n notes of one person")
def friends_notes(place, n):
    return friends(place, notes=(f"- 2018-11-01: **Ann Dale** has {i} cats.\n" for i in range(n)))


def monica(place, contacts, activities=()):
    document = {"version": "1.0-preview.1", "app_version": "v4.0.0", "export_date": "2026-11-20T10:00:00Z",
                "account": {"uuid": "a-1", "data": [
                    {"count": 1, "type": "contact", "values": list(contacts)},
                    {"count": 1, "type": "activity", "values": list(activities)}]}}
    return "import", place.write("in.json", json.dumps(document, indent=4))


def monica_contact(i, **data):
    return {"uuid": f"c-{i}", "properties": {"first_name": f"Ann{i}", "last_name": "Dale", "is_partial": False},
            "data": [{"count": len(values), "type": kind, "values": values} for kind, values in data.items()]}


def monica_days(i):
    return f"{day(i)}T00:00:00.000000Z"


@IMPORTS.case("Monica: n people, with a call, a note and an activity each")
def monica_people(place, n):
    def one(i):
        return monica_contact(i, call=[{"properties": {"called_at": monica_days(i), "content": f"call {i}"}}],
                              note=[{"created_at": monica_days(i), "properties": {"body": f"note {i}"}}],
                              activity=[f"t-{i}"])
    activities = ({"uuid": f"t-{i}", "properties": {"happened_at": monica_days(i), "summary": f"walk {i}"}}
                  for i in range(n))
    return monica(place, map(one, range(n)), activities)


@IMPORTS.case("Monica: n calls, notes, reminders and activities of one person on one day", short=True)
def monica_entries(place, n):
    ann_herself = monica_contact(
        0, call=[{"properties": {"called_at": monica_days(0), "content": f"call {i}"}} for i in range(n)],
        note=[{"created_at": monica_days(0), "properties": {"body": f"note {i}"}} for i in range(n)],
        reminder=[{"properties": {"initial_date": "2027-01-01", "title": f"reminder {i}",
                                  "frequency_type": "one_time"}} for i in range(n)],
        activity=[f"t-{i}" for i in range(n)])
    activities = ({"uuid": f"t-{i}", "properties": {"happened_at": monica_days(0), "summary": f"walk {i}"}}
                  for i in range(n))
    return monica(place, [ann_herself], activities)
