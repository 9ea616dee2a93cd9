#!/usr/bin/env python3
"""What we write, read by others: address books by khard and vobject, calendars by khal and icalendar. What they
make of it is held against what the program itself says is in the file."""

import datetime
import json
import subprocess
from pathlib import Path

import harness

PYTHON = "/usr/bin/python3"  # Debian's, whose packages these are

READ_CARDS = """
import json, sys, vobject
cards = []
for card in vobject.readComponents(sys.stdin.buffer.read().decode()):
    card.validate()
    texts = lambda name: [one.value for one in card.contents.get(name, [])]
    labels = {one.group: one.value for one in card.contents.get("x-ablabel", [])}
    cards.append({
        "uid": card.uid.value, "name": card.fn.value,
        "parts": [card.n.value.family, card.n.value.given],
        "aliases": texts("nickname"), "phones": texts("tel"), "emails": texts("email"),
        "tags": sum(texts("categories"), []), "birthday": texts("bday"),
        "anniversary": texts("anniversary") + texts("x-anniversary"),
        "others": {labels[one.group]: one.value for one in card.contents.get("x-abdate", [])},
    })
json.dump(cards, sys.stdout)
"""

READ_CALENDAR = """
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    rule = event.get("rrule")
    events.append({
        "uid": str(event["uid"]), "title": str(event["summary"]), "text": str(event.get("description", "")),
        "on": event["dtstart"].dt.isoformat(), "until": event["dtend"].dt.isoformat(),
        "stamp": event["dtstamp"].dt.isoformat(), "free": str(event["transp"]),
        "rule": rule and rule.to_ical().decode(),
    })
json.dump({"version": str(calendar["version"]), "events": events}, sys.stdout)
"""

# Not among them: a backslash before an n, which icalendar 4 reads as a line break however it is escaped.
HOSTILE = ["a, b; c", "back\\slash \\t", "'); DROP TABLE people--", "\"quoted\"", "=1+1", "%s %n {0}", "BEGIN:VCARD",
           "王小明", "Zoë Łukasz-Ørsted", "👩‍👩‍👧 family", "مرحبا", "x: y", "ö" * 90, "e\u0301" * 60, "END:VEVENT", "-dash"]


def numbered(texts: list[str]):
    return enumerate(texts)


class OtherPrograms(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        for number, text in numbered(HOSTILE):
            self.ok("add", "--handle", f"p{number}", "--tier", "2", "--alias", f"also {text}", "--alias", f"A, {number}",
                    "--tag", f"tag {text}", "--tag", f"other {number}", "--phone", f"+49 30 {100000 + number}",
                    "--phone", f"555,{number};9", "--email", f"p{number}@x.example", "--last", "2026-11-01",
                    "--birthday", [f"19{10 + number}-02-28", "02-29", "03-05"][number % 3],
                    *(["--date", "anniversary 2001-06-14"] if number % 2 else ["--date", f"day of, {text} 12-31"]),
                    "--", text)
            self.ok("promise", "--by", "2026-12-18", "--", f"p{number}", text + "\nand a line " + "more " * 30)
            self.ok("note", "--ask", f"2026-12-12 what of {text}?", "--", f"p{number}", text)
        self.people = json.loads(self.ok("export"))["people"]

    def read(self, script: str, text: str) -> dict:
        done = subprocess.run([PYTHON, "-c", script], input=text.encode(), capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return json.loads(done.stdout)

    def date(self, person: dict, name: str) -> dict | None:
        return next((date for date in person["dates"] if date["name"] == name), None)

    def day(self, date: dict, form: str, without_year: str) -> str:
        if date["year"] is None:
            return without_year.format(**date)
        return form.format(**date)

    def assert_cards(self, form: str, day: str, without_year: str, uid: str) -> None:
        cards = {card["uid"]: card for card in self.read(READ_CARDS, self.ok("export", "--to", form))}
        self.assertEqual(len(cards), len(HOSTILE))
        for person in self.people:
            card = cards[uid + person["uid"]]
            self.assertEqual(card["name"], person["name"])
            self.assertEqual(" ".join(reversed([part for part in card["parts"] if part])), person["name"])
            self.assertEqual(card["aliases"], person["aliases"])
            self.assertEqual(card["phones"], person["phones"])
            self.assertEqual(card["emails"], person["emails"])
            self.assertEqual(card["tags"], person["tags"])
            self.assertEqual(card["birthday"], [self.day(self.date(person, "birthday"), day, without_year)])
            for date in person["dates"]:
                written = self.day(date, "{year}-{month:02}-{day:02}", "1604-{month:02}-{day:02}")
                if date["name"] == "anniversary":
                    self.assertEqual(card["anniversary"], [self.day(date, day, without_year)])
                elif date["name"] != "birthday":
                    self.assertEqual(card["others"], {date["name"]: written})

    def test_vobject_reads_version_3(self) -> None:
        self.assert_cards("vcard", "{year}-{month:02}-{day:02}", "1604-{month:02}-{day:02}", "")

    def test_vobject_reads_version_4(self) -> None:
        self.assert_cards("vcard4", "{year}{month:02}{day:02}", "--{month:02}{day:02}", "urn:uuid:")

    def test_khard_lists_everyone(self) -> None:
        for form in ("vcard", "vcard4"):
            cards = self.folder / form
            self.ok("export", "--to", form, "-o", f"{cards}/")
            config = self.folder / "khard.conf"
            config.write_text(f"[addressbooks]\n[[friends]]\npath = {cards}\n[general]\ndefault_action = list\n")
            env = {**self.env, "LC_ALL": "C.UTF-8", "EDITOR": "false", "MERGE_EDITOR": "false"}
            khard = ["/usr/bin/khard", "-c", str(config)]
            run = lambda *words: subprocess.run([*khard, *words], capture_output=True, text=True, env=env, timeout=60)
            listed = run("list", "--parsable")
            self.assertEqual((listed.returncode, listed.stderr), (0, ""))
            names = {line.split("\t")[0]: line.split("\t")[1] for line in listed.stdout.splitlines()}
            prefix = "" if form == "vcard" else "urn:uuid:"
            self.assertEqual(names, {prefix + person["uid"]: person["name"] for person in self.people})
            emails = run("email", "--parsable")
            self.assertEqual({line.split("\t")[0] for line in emails.stdout.splitlines() if "@" in line},
                             {person["emails"][0] for person in self.people})
            phones = run("phone", "--parsable").stdout
            for person in self.people:
                for phone in person["phones"]:
                    self.assertIn(phone + "\t", phones)
            birthdays = run("birthdays", "--parsable")
            self.assertEqual(birthdays.returncode, 0, birthdays.stderr)
            no_year = "1604" if form == "vcard" else "1900"  # as khard shows it
            expected = {f"{self.day(date, '{year}', no_year)}.{date['month']:02}.{date['day']:02}\t{person['name']}"
                        for person in self.people if (date := self.date(person, "birthday"))
                        # Without a year khard takes 1900, which has no such day.
                        and not (form == "vcard4" and date["year"] is None and date["day"] == 29)}
            self.assertEqual(set(birthdays.stdout.splitlines()), expected)

    def test_icalendar_reads_the_calendar(self) -> None:
        calendar = self.read(READ_CALENDAR, self.ok("export", "--to", "ics"))
        self.assertEqual(calendar["version"], "2.0")
        events = calendar["events"]
        self.assertEqual(len(events), len({event["uid"] for event in events}))
        self.assertEqual(len(events), 5 * len(HOSTILE))  # silence, promise, ask, two dates
        for event in events:
            day = datetime.date.fromisoformat(event["on"])
            self.assertEqual(event["until"], (day + datetime.timedelta(1)).isoformat())
            self.assertEqual(event["free"], "TRANSPARENT")
        found = {(event["title"], event["on"], event["rule"]) for event in events}
        entries = json.loads(self.ok("export"))
        names = {person["handle"]: person["name"] for person in self.people}
        for promise in entries["promises"]:
            text = promise["text"].replace("\n", " ")
            self.assertIn((f"{names[promise['handle']]}: {text}", promise["by"], None), found)
        for remark in entries["remarks"]:
            self.assertIn((f"{names[remark['handle']]}: {remark['ask']}", remark["ask_on"], None), found)
        for person in self.people:
            self.assertIn((f"{person['name']}: time to talk", "2026-12-01", None), found)  # 30 days after the first
            for date in person["dates"]:
                leap_day = (date["month"], date["day"]) == (2, 29)
                on = datetime.date(date["year"] or 2000, date["month"], date["day"]).isoformat()
                rule = "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2" if leap_day else "FREQ=YEARLY"
                self.assertIn((f"{person['name']}: {date['name']}", on, rule), found)

    def khal_config(self, folder: Path) -> Path:
        config = self.folder / "khal.conf"
        config.write_text(f"[calendars]\n[[rel]]\npath = {folder}\n[sqlite]\npath = {self.folder}/khal.db\n"
                          "[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
                          "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
                          "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")
        return config

    def test_khal_shows_the_calendar(self) -> None:
        folder = self.folder / "calendar"
        self.ok("export", "--to", "ics", "-o", f"{folder}/")
        config = self.khal_config(folder)
        env = {**self.env, "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.folder)}

        def titles(day: str) -> set[str]:
            done = subprocess.run(["/usr/bin/khal", "-c", str(config), "list", "--format", "{title}", "--day-format", "",
                                   day, "1d"], capture_output=True, text=True, env=env, timeout=120)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertNotIn("rror", done.stderr)
            return {line.removesuffix(" ⟳") for line in done.stdout.splitlines() if line}

        birthdays = lambda month, day: {f"{person['name']}: birthday" for person in self.people
                                        if (self.date(person, "birthday")["month"], self.date(person, "birthday")["day"])
                                        == (month, day)}
        self.assertEqual(titles("2027-02-28"), birthdays(2, 28) | birthdays(2, 29))
        self.assertEqual(titles("2028-02-28"), birthdays(2, 28))
        self.assertEqual(titles("2028-02-29"), birthdays(2, 29))
        self.assertEqual(titles("2026-12-01"), {f"{person['name']}: time to talk" for person in self.people})
        self.assertEqual(len(titles("2026-12-12")), len(HOSTILE))

    def test_khal_imports_what_is_due(self) -> None:
        (self.folder / "empty").mkdir()
        config = self.khal_config(self.folder / "empty")
        calendar = self.folder / "due.ics"
        calendar.write_text(self.ok("due", "--days", "60", "--format", "ics"))
        shown = subprocess.run(["/usr/bin/khal", "-c", str(config), "printics", str(calendar)], capture_output=True, text=True,
                               env={**self.env, "LC_ALL": "C.UTF-8"}, timeout=60)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertIn("time to talk", shown.stdout)


if __name__ == "__main__":
    harness.main()
