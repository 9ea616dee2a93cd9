#!/usr/bin/env python3
"""Every schema that was ever released: its file is read, sound, and goes on living."""

import json
import shutil
import sqlite3
from pathlib import Path

import harness

SCHEMAS = sorted((Path(__file__).parents[1] / "data/schemas").glob("*.db"), key=lambda path: int(path.stem))


def as_then(held, now):
    """What is there now, without the keys that came later and say nothing."""
    if isinstance(held, dict):
        return {key: as_then(held.get(key), value) for key, value in now.items() if key in held or value not in (None, False, [])}
    if isinstance(held, list):
        return [as_then(before, value) for before, value in zip(held, now, strict=True)]
    return now


class Schemas(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.env["TZ"] = "UTC"
        self.db.parent.mkdir(mode=0o700, parents=True)

    def test_each_one_holds_what_it_held_and_goes_on(self) -> None:
        self.assertGreater(len(SCHEMAS), 0)
        for schema in SCHEMAS:
            with self.subTest(schema.name):
                shutil.copyfile(schema, self.db)
                self.db.chmod(0o600)
                then = schema.with_suffix(".json").read_text()
                held = self.ok("export", "--to", "json")
                self.assertEqual(as_then(json.loads(then), json.loads(held)), json.loads(then))
                if schema == SCHEMAS[-1]:
                    self.assertEqual(held, then)
                self.assertIn("sound", self.ok("doctor"))
                self.ok("log", "ann", "call", "20m")
                self.ok("undo")
                self.assertEqual(self.ok("export", "--to", "json"), held)
                self.assertIn("sound", self.ok("doctor"))
                if schema != SCHEMAS[-1]:  # undo does not reach beyond its becoming one of our version
                    continue
                self.ok("undo")
                self.assertIn('"archived":false', self.ok("export", "--to", "json").replace(" ", ""))
                self.ok("redo")
                self.assertEqual(self.ok("export", "--to", "json"), held)
                self.assertIn("sound", self.ok("doctor"))

    def test_the_newest_is_that_of_a_new_file(self) -> None:
        """Whoever changes the tables makes a version of them, and keeps a file of it: scripts/keep-schema."""
        self.add_ann()
        text = "SELECT group_concat(sql) FROM sqlite_schema"
        (kept, version), (new, new_version) = (
            [sqlite3.connect(file).execute(query).fetchone()[0] for query in (text, "PRAGMA user_version")]
            for file in (SCHEMAS[-1], self.db))
        self.assertEqual((new_version, int(SCHEMAS[-1].stem)), (version, version))
        self.assertEqual(new, kept)

    def test_one_of_a_later_version_is_refused_and_stays_as_it_is(self) -> None:
        data = bytearray(SCHEMAS[-1].read_bytes())
        data[63] += 1
        self.db.write_bytes(data)
        for command in (["list"], ["log", "ann", "call"], ["undo"]):
            refused = self.run_rel(*command)
            self.assert_refused(refused, 4)
            self.assertRegex(refused.stderr, rf"file version {data[63]}, this rel knows {data[63] - 1}")
        self.assertEqual(self.db.read_bytes(), data)


if __name__ == "__main__":
    harness.main()
