#!/usr/bin/env python3
"""Many processes on one file at once: everything is kept, and nobody meets an error."""

import json
import sys
import threading

import harness

WRITERS = 16
WRITERS_IN_SOAK = 32
LOGS_OF_EACH = 100
LOGS_OF_EACH_IN_SOAK = 500
READERS = 4


class AtOnce(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.add_ann()
        self.failures: list[str] = []
        self.logs = LOGS_OF_EACH_IN_SOAK if harness.soak else LOGS_OF_EACH
        self.writers = WRITERS_IN_SOAK if harness.soak else WRITERS

    def write(self, acknowledged: list[str]) -> None:
        for _ in range(self.logs):
            done = self.run_rel("log", "ann", "5m", "--format", "json")
            if done.returncode != 0 or done.stderr:
                self.failures.append(done.stderr)
                return
            acknowledged.append(json.loads(done.stdout)["wrote"][0]["id"])

    def read(self, finished: threading.Event, counts: list[int]) -> None:
        while not finished.is_set():
            shown = self.run_rel("show", "ann", "--format", "json")
            due = self.run_rel("due", "--format", "json")
            if shown.returncode or shown.stderr or due.returncode or due.stderr:
                self.failures.append(shown.stderr + due.stderr)
                return
            counts.append(len(json.loads(shown.stdout)["entries"]))

    def test_all_logs_are_kept_while_others_read(self) -> None:
        acknowledged: list[str] = []
        counts: list[list[int]] = [[] for _ in range(READERS)]
        finished = threading.Event()
        readers = [threading.Thread(target=self.read, args=(finished, seen)) for seen in counts]
        writers = [threading.Thread(target=self.write, args=(acknowledged,)) for _ in range(self.writers)]
        for thread in readers + writers:
            thread.start()
        for thread in writers:
            thread.join()
        finished.set()
        for thread in readers:
            thread.join()

        print(f"{len(acknowledged)} logs of {self.writers} writers beside {sum(map(len, counts))} readings", file=sys.stderr)
        self.assertEqual(self.failures, [])
        self.assertEqual(len(set(acknowledged)), self.writers * self.logs)
        self.assertEqual(self.contacts(), set(acknowledged))
        for seen in counts:
            self.assertTrue(seen)
            self.assertEqual(seen, sorted(seen))
        steps = json.loads(self.ok("undo", "--list", "-n", "100000", "--format", "json"))["commands"]
        self.assertEqual(len(steps), 1 + self.writers * self.logs)
        self.assert_sound()

    def test_a_file_that_many_make_is_made_once(self) -> None:
        self.db.unlink()
        threads = [
            threading.Thread(target=lambda name=name: self.failures.append(self.run_rel("add", name).stderr))
            for name in "ABCDEFGHIJKLMNOP"
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(set(self.failures), {""})
        people = json.loads(self.ok("list", "--format", "json"))["people"]
        self.assertEqual([person["name"] for person in people], list("ABCDEFGHIJKLMNOP"))
        self.assert_sound()


if __name__ == "__main__":
    harness.main()
