#!/usr/bin/env python3
"""The figures of health on random circles, against a second implementation of the formulas of rel-model(7), which knows
nothing of the program."""

import json
import math
import random
from datetime import date, timedelta

import harness

TODAY = date(2026, 11, 21)
CIRCLES = 20
PEOPLE = 30
TARGETS = {"very-high": 7, "high": 30, "moderate": 90, "none": 90}
PROMISED = {"very-high": 7, "high": 14, "moderate": 30, "none": 30}
REAL = {"met", "call", "video"}
CHANNELS = ["met", "call", "video", "chat", "letter", "email", "hello", "event"]
DEPTHS = {"small": 0.3, "personal": 0.9, "deep": 1.0}
DAY_STARTS = 4 * 60


def iso(day: date) -> str:
    return day.isoformat()


def days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


# The second implementation.


def credit(contact: dict, person: dict) -> float:
    if contact["kind"] == "tried":
        return 0
    if contact["counts"]:
        return 1 if contact["counts"] == "real" else 0
    if contact["channel"] not in REAL | set(person["real_by"]):
        return 0
    others = len(contact["with"]) + contact["others"]
    minutes = 30 if contact["minutes"] is None else contact["minutes"]
    return min(1, minutes * min(1, 3 / others) / 20)


def order(contact: dict, person: dict) -> tuple:
    time = -1
    if contact["time"]:
        hour, minute = contact["time"].split(":")
        time = (60 * int(hour) + int(minute) - DAY_STARTS) % (24 * 60)
    minutes = 30 if contact["minutes"] is None else contact["minutes"]
    return contact["on"], time, -credit(contact, person), -DEPTHS.get(contact["depth"], 0), -minutes


def replayed(person: dict, contacts: list, today: str) -> dict:
    target = person["every_days"] or TARGETS[person["tier"]]
    events = sorted((order(one, person), credit(one, person), one["depth"]) for one in contacts if credit(one, person) > 0)
    starts = [person["last"] or person["start"]] + ([events[0][0][0]] if events else [])
    starts = [one for one in starts if one]
    if not starts:
        return {"talks": 0, "T": target}
    start = min(starts)
    N = G = S = depth = depths = quiet_since = 0.0  # quiet_since in days since the start
    updated = start
    remembered = not person["last"]

    def move(day: str, w: float) -> None:
        nonlocal quiet_since
        at = days(start, day)
        quiet_since = at - (1 - w) * (at - quiet_since)

    for (on, *_), w, said in events:
        if not remembered and person["last"] <= on:
            move(person["last"], 1)
            remembered = True
        f = 0.8**w
        N, G = f * N + w, f * G + w * (days(start, on) - quiet_since)
        if said:
            depth, depths = f * depth + w * DEPTHS[said], f * depths + w
        S = S * 2 ** (-days(updated, on) / (2 * target)) + w
        updated = on
        move(on, w)
    if not remembered:
        move(person["last"], 1)
    S *= 2 ** (-days(updated, today) / (2 * target))
    last = max([on for (on, *_), *_ in events] + ([person["last"]] if person["last"] else []), default=None)
    return {"talks": len(events), "T": target, "N": N, "G": G, "S": S, "depth": depth, "depths": depths, "last": last,
            "a": max(0, days(start, today) - quiet_since), "age": max(0, days(start, today))}


def promise_part(promises: list, tier: str, target: int, today: str):
    kept = sum(2 ** (-days(one["kept"], today) / 365) for one in promises if one["kept"])
    dropped = sum(2 ** (-days(one["dropped"], today) / 365) for one in promises if one["dropped"])
    overdue = 0
    for one in promises:
        if one["kept"] or one["dropped"]:
            continue
        allowed = days(one["given"], one["by"]) if one["by"] else min(target, PROMISED[tier])
        overdue += days(one["given"], today) / max(1, allowed) > 1
    return (kept + 2) / (kept + dropped + overdue + 2) if kept + dropped + overdue > 0 else None


def figures(person: dict, contacts: list, promises: list, today: str) -> dict:
    sums = replayed(person, contacts, today)
    target = sums["T"]
    found = dict.fromkeys(["health", "recency", "rhythm", "depth", "unusual", "silence_days", "last_talk_days"])
    found["promises"] = promise_part([one for one in promises if one["mine"]], person["tier"], target, today)
    if "a" in sums:
        usual = (2 * target + sums["G"]) / (2 + sums["N"])
        b = 2 * min(target, usual) + sums["G"]
        found["unusual"] = (b / (b + sums["a"])) ** (0.7 * (3 + sums["N"]))
        found["silence_days"] = sums["a"]
        if sums["last"]:
            found["last_talk_days"] = days(sums["last"], today)
    if sums["talks"]:
        s = 2 * target * (1 - 2 ** (-sums["age"] / (2 * target)))
        found["recency"] = 6 / (6 + sums["a"] / target)
        found["rhythm"] = min(1, (sums["S"] + 1) * target / (s + target))
        if sums["depths"]:
            found["depth"] = (1.8 + sums["depth"]) / (2 + sums["depths"])
        parts = [found[one] for one in ("recency", "rhythm", "depth", "promises") if found[one] is not None]
        found["health"] = 100 * (min(parts) + 3 * sum(parts) / len(parts)) / 4
    return found


# Random circles.


def random_person(rng: random.Random, number: int) -> dict:
    added = TODAY - timedelta(days=rng.randint(30, 900))
    last = iso(added - timedelta(days=rng.randint(0, 60))) if rng.random() < 0.2 else None
    return {"handle": f"p{number}", "name": f"Person {number}", "tier": rng.choice(list(TARGETS)[:3]),
            "every_days": rng.choice([None, None, None, rng.randint(1, 200)]), "added": iso(added), "last": last,
            "start": iso(added), "considered": iso(added), "real_by": rng.choice([[], [], ["chat"], ["letter"]])}


def random_contact(rng: random.Random, handles: list) -> dict:
    on = TODAY - timedelta(days=int(rng.expovariate(1 / 150)) % 1000)
    return {"with": rng.sample(handles, rng.choice([1, 1, 1, 2, 3])), "others": rng.choice([0, 0, 0, 1, 5, 20]),
            "on": iso(on), "time": rng.choice([None, f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"]),
            "channel": rng.choice(CHANNELS), "minutes": rng.choice([0, 1, 5, 12, 20, 30, 90, 300]),
            "depth": rng.choice([None, None, *DEPTHS]), "counts": rng.choice([None] * 8 + ["real", "touch"]),
            "kind": rng.choice(["contact"] * 6 + ["tried"]), "by": rng.choice([None, "me", "them"]), "guessed": False}


def random_promise(rng: random.Random, handle: str) -> dict:
    given = TODAY - timedelta(days=rng.randint(0, 200))
    closed = iso(given + timedelta(days=rng.randint(0, (TODAY - given).days)))
    kind = rng.choice(["kept", "dropped", "open"])
    return {"handle": handle, "mine": rng.random() < 0.7, "text": "a book", "given": iso(given),
            "by": rng.choice([None, iso(given + timedelta(days=rng.randint(0, 90)))]),
            "kept": closed if kind == "kept" else None, "dropped": closed if kind == "dropped" else None}


def random_circle(rng: random.Random) -> dict:
    people = [random_person(rng, number) for number in range(PEOPLE)]
    handles = [one["handle"] for one in people]
    return {"schema": 1, "command": "export", "people": people,
            "contacts": [random_contact(rng, handles) for _ in range(rng.randint(0, 8 * PEOPLE))],
            "remarks": [], "promises": [random_promise(rng, rng.choice(handles)) for _ in range(rng.randint(0, PEOPLE))],
            "snoozes": [], "reviews": []}


class Model(harness.ProgramTest):
    def assert_like(self, shown, expected, what) -> None:
        """Equal as far as four places go; what is not known is null."""
        if expected is None or shown is None:
            self.assertEqual(shown, expected, what)
        else:
            self.assertTrue(math.isclose(shown, expected, abs_tol=0.000051), (what, shown, expected))

    def compare(self, circle: dict) -> int:
        archive = self.folder / "circle.json"
        archive.write_text(json.dumps(circle))
        self.db.unlink(missing_ok=True)
        self.ok("import", str(archive), "-q")
        answer = json.loads(self.ok("health", "--format", "json"))
        shown = {one["handle"]: one for one in answer["people"]}
        kept = wanted = 0.0
        for person in circle["people"]:
            handle = person["handle"]
            contacts = [one for one in circle["contacts"] if handle in one["with"]]
            promises = [one for one in circle["promises"] if one["handle"] == handle]
            expected = figures(person, contacts, promises, iso(TODAY))
            one = shown[handle]
            for key in ("health", "unusual", "silence_days", "last_talk_days"):
                self.assert_like(one[key], expected[key], (handle, key))
            for key in ("recency", "rhythm", "depth", "promises"):
                self.assert_like(one["parts"][key], expected[key], (handle, key))
            if expected["rhythm"] is not None:
                target = person["every_days"] or TARGETS[person["tier"]]
                kept, wanted = kept + expected["rhythm"] / target, wanted + 1 / target
        self.assert_like(answer["capacity"]["kept"], kept / wanted if wanted else None, "kept")
        return sum(one["health"] is not None for one in shown.values())

    def test_health_is_what_the_formulas_say(self) -> None:
        with_health = 0
        for number in range(CIRCLES):
            with self.subTest(number):
                with_health += self.compare(random_circle(random.Random(number)))
        self.assertGreater(with_health, CIRCLES * PEOPLE / 2)


if __name__ == "__main__":
    harness.main()
