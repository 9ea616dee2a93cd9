"""Commands, with n entries of a kind at one person, or n people of one name, one beginning, one tag or one talk."""
import json
import shlex
from datetime import date, timedelta

from growing import Cases
from tools import ENVIRONMENT

COMMANDS = Cases()
TODAY = date.fromisoformat(ENVIRONMENT["REL_NOW"][:10])


def ago(days):
    return (TODAY - timedelta(days)).isoformat()


# --- Data: each is a function that fills an archive with n of something


def person(handle, name, **more):
    return {"handle": handle, "name": name, "tier": "high", "added": "2020-01-01", "start": "2020-01-01",
            "considered": "2026-11-01", **more}


class Archive:
    """Ann, Bo, and entries whose ids are as far from each other as real ones."""

    def __init__(self):
        self.lists = {"people": [person("ann", "Ann Dale"), person("bo", "Bo Berg")], "contacts": [], "remarks": [],
                      "promises": [], "snoozes": [], "reviews": []}
        self.ann, self.bo = self.lists["people"]
        self.made = 0

    def add(self, kind, /, **values):
        self.made += 1
        number = 1_700_000_000_000_000 * 2048 + self.made * 2_654_435_761
        digits = "0123456789abcdefghjkmnpqrstvwxyz"
        text = chr(ord("2") + number % 8) + "".join(digits[number >> shift & 31] for shift in range(3, 63, 5))
        self.lists[kind].append({"id": text, **values})

    def contact(self, days_ago, people=("ann",), **values):
        self.add("contacts", **{"with": list(people), "on": ago(days_ago), "channel": "call", "minutes": 30, **values})

    def people(self, *people):
        self.lists["people"] += people


def promises(archive, n):
    for i in range(n):
        by = {"by": ago(i % 200 - 100)} if i % 2 else {}
        archive.add("promises", handle="ann", mine=i % 4 != 0, text=f"send the book {i}", given=ago(300 - i % 190), **by)


def asks(archive, n):
    for i in range(n):
        archive.add("remarks", handle="ann", text=f"surgery {i}", heard=ago(300 - i % 200), ask_on=ago(i % 300 - 200),
                    ask=f"how was it, {i}?")


def asks_and_what_was_told(archive, n):
    for i in range(n):
        archive.add("remarks", handle="ann", text=f"a dog {i}", heard=ago(30))
        archive.add("remarks", handle="ann", text=f"a dog {n - i}", heard=ago(40), ask_on=ago(5))


def asks_that_a_talk_closed(archive, n):
    archive.contact(20)
    for i in range(n):
        archive.add("remarks", handle="ann", text=f"surgery {i}", heard=ago(300), ask_on=ago(100), done=ago(20))


def talks(archive, n):
    for i in range(n):
        archive.contact(i % 2000, channel=["call", "chat", "met"][i % 3], note=f"talk {i}")


def talks_of_one_day(archive, n):
    for i in range(n):
        archive.contact(10, note=f"talk {i}", time=f"{8 + i % 12:02}:{i % 60:02}")


def the_same_talks(archive, n):
    for who in ("ann", "bo"):
        for _ in range(n):
            archive.contact(10, [who], note="talk")


def replies(archive, n):
    for i in range(n):
        archive.contact(i % 300, kind="missed", by="them", minutes=None, note=f"rang {i}")


def snoozes(archive, n):
    for i in range(n):
        archive.add("snoozes", handle="ann", on=ago(i % 300), until=ago(i % 300 - 20), counted=True, why=f"later {i}")


def days_agreed_on(archive, n):
    for i in range(n):
        archive.add("snoozes", handle="ann", on=ago(i % 300), until=ago(-1 - i % 300), counted=False,
                    agreed=f"lunch {i}")


def dates(archive, n):
    for one, other in ((archive.ann, 0), (archive.bo, n)):
        one["dates"] = [{"name": f"day {i + other}", "month": 1 + i % 12, "day": 1 + i % 28} for i in range(n)]


def dates_of_one_name(archive, n):
    archive.ann["dates"] = [{"name": "日" * (i % 40), "month": 1 + i % 12, "day": 1 + i % 28} for i in range(1, n)]


def details(kind, one):
    def fill(archive, n):
        archive.ann[kind] = [one(i) for i in range(n)]
        archive.bo[kind] = [one(i + n) for i in range(n)]
    return fill


tags = details("tags", lambda i: f"tag{i}")
aliases = details("aliases", lambda i: f"alias{i} word{i}")
numbers = details("phones", lambda i: f"+49 30 {1_000_000 + i}")


def crowd(archive, n):
    archive.people(*(person(f"q{i}", f"Quin X{i}") for i in range(n)))
    archive.contact(10, ["ann", *(f"q{i}" for i in range(n))], channel="met")


def club(archive, n):
    """A hundred people who were all at every meeting."""
    archive.people(*(person(f"q{i}", f"Quin X{i}") for i in range(98)))
    for i in range(n // 20):
        archive.contact(i % 2000, ["ann", "bo", *(f"q{j}" for j in range(98))], channel="met")


def namesakes(archive, n):
    archive.people(*(person(f"ann-smith-{i}", "Ann Smith", phones=["+49 30 1234567"]) for i in range(n)))
    for i in range(n):
        archive.contact(i % 300, [f"ann-smith-{i}"])


def choir(archive, n):
    """People whose names begin alike, with one tag, a birthday and a promise each."""
    archive.people(*(person(f"zed{i}", f"Zed{i} Mo{i}", tags=["choir"],
                            dates=[{"name": "birthday", "month": 1 + i % 12, "day": 1 + i % 28}]) for i in range(n)))
    for i in range(n):
        archive.add("promises", handle=f"zed{i}", mine=True, text=f"send {i}", given=ago(60))


def written(i, digits="bcdfghklmn"):
    return "".join(digits[i // 10 ** place % 10] for place in range(5))


def names_alike(archive, n):
    archive.people(*(person(f"z{i}", f"Johannes {written(i)}mann") for i in range(n)))


def long_names(archive, n):
    archive.people(*(person(f"z{i}", " ".join(written(i) + "abcdefghijklmnop"[k:] for k in range(8)))
                     for i in range(n)))


def reviews(archive, n):
    for i in range(n):
        archive.add("reviews", on=ago(i % 300), since=ago(i % 300 + 30), until=ago(i % 300),
                    intentions=[{"handle": "ann", "text": f"walk {i}"}])


def nothing(archive, n):
    """For commands that bring what grows with them."""


# --- Cases


def measure(what, data, command, short=False):
    """A command is a line, or a function of a place and n that prepares more and returns its words."""
    def prepare(place, n):
        archive = Archive()
        data(archive, n)
        place.rel("import", place.write("in.json", json.dumps(archive.lists)))
        return shlex.split(command) if isinstance(command, str) else command(place, n)
    COMMANDS.case(what, short=short)(prepare)


def of_each(lines, *all_data):
    for data in all_data:
        for line in lines:
            measure(f"{line}: {data.__name__.replace('_', ' ')}", data, line)


def many(*words, option, value):
    """A command with an option n times."""
    return lambda place, n: (*words, *(word for i in range(n) for word in (option, value(i))))


def all_named(*words, behind=()):
    """A command with as many names as a word of a command line can hold: n, or 18,000."""
    return lambda place, n: (*words, ",".join(f"q{i}" for i in range(min(n, 18_000))), *behind)


def undone(*words):
    def prepare(place, n):
        place.rel(*words)
        return ("undo",)
    return prepare


def first_talk_removed(place, n):
    archive = json.loads((place.folder / "in.json").read_text())
    return "remove", archive["contacts"][0]["id"]


ABOUT_ANN = ["due --all", "due --days 366 --all", "due --all --format json", "due --days 366 --format ics", "prep ann",
             "prep ann --format json", "health ann", "review --period year", "show ann", "find talk",
             "export --to ics", "export", "doctor", "log ann 20m", "log ann --on 2026-10-01", "note ann told",
             "snooze ann 2026-12-20", "edit ann --tier 1", "merge ann bo", "merge bo ann", "forget ann --yes"]
of_each(ABOUT_ANN, promises, asks, asks_that_a_talk_closed, talks, replies, snoozes, days_agreed_on, dates)

of_each(["prep ann", "due --all"], asks_and_what_was_told)
measure("remove, of a talk: asks that it closed", asks_that_a_talk_closed, first_talk_removed)
of_each(["log ann 20m", "show ann", "merge bo ann"], talks_of_one_day)
of_each(["merge ann bo"], the_same_talks)
measure("merge: 3 n talks that both have", lambda archive, n: the_same_talks(archive, 3 * n), "merge ann bo", short=True)
of_each(["export --to ics", "due --days 366 --format ics"], dates_of_one_name)
of_each(["export --to vcard"], dates)

of_each(["show ann", "edit ann --tier 1", "merge ann bo", "forget ann --yes", "due --tag tag1", "doctor",
         "__complete tags"], tags, aliases, numbers)
measure("edit --tag, n times", nothing, many("edit", "ann", option="--tag", value="tag{}".format), short=True)
measure("edit --alias, n times", nothing, many("edit", "ann", option="--alias", value="alias{}".format))
measure("edit --date, n times", nothing, many("edit", "ann", option="--date", value="day{} 04-12".format))
measure("log --promise, n times", nothing, many("log", "ann", option="--promise", value="book {}".format))
measure("log --heard, n times", nothing, many("log", "ann", option="--heard", value="a dog {}".format))
measure("log --ask, n times", nothing, many("log", "ann", option="--ask", value="2026-12-12 a dog {}".format))

measure("doctor: a talk of n people", crowd, "doctor", short=True)
of_each(["health", "health --html -", "review --period year", "review --html -", "due --all", "due --as-of 2026-11-20",
         "show ann", "prep ann", "log ann 20m", "merge bo ann", "forget ann --yes", "__complete people", "list"], crowd)
for command, behind in {"log": ["20m"], "snooze": ["2026-12-20"], "edit": ["--tier", "1"]}.items():
    measure(f"{command} of n people", crowd, all_named(command, behind=behind))
measure("prep of n people", crowd, all_named("prep"))
measure("undo, of a talk of n people", crowd, undone("log", "ann", "20m"))
of_each(["doctor", "merge ann bo", "forget ann --yes", "health", "review --period year"], club)
measure("undo, of a merge: club", club, undone("merge", "ann", "bo"))

EVERYBODY = ["due --all", "due --days 366 --all", "due --format ics", "health --all", "review", "list", "export",
             "export --to vcard", "export --to ics", "doctor", "add Zoe", "__complete people", "config"]
of_each(["find smith", "list --duplicates", "add 'Ann Smithson'", *EVERYBODY], namesakes)
of_each(["due --tag choir", "list --tag choir", "find zed", *EVERYBODY], choir)
of_each(["list --duplicates", "add Zoe"], names_alike, long_names)
of_each(["review", "review --period year", "show ann", "export", "doctor"], reviews)

measure("show: a note of 50 n blanks", lambda archive, n: archive.contact(10, note="x\n" + 50 * n * " " + "y"),
        "show ann", short=True)
