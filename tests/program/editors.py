#!/usr/bin/env python3
"""The built program and the editor: who gets an interrupt, and what is left in the temporary folder."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REL = str(Path(sys.argv[sys.argv.index("--rel") + 1]).resolve())


class Editors(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "tmp").mkdir()
        self.assertEqual(self.rel("add", "Ann Lee").returncode, 0)

    def rel(self, *args, editor="true", umask=0o000):
        env = os.environ | {"REL_DB": str(self.folder / "rel.db"), "TMPDIR": str(self.folder / "tmp"),
                            "HOME": str(self.folder), "EDITOR": editor, "VISUAL": "", "OUT": str(self.folder / "out")}
        # A session of its own: an interrupt that is sent to the whole group reaches nobody else.
        return subprocess.run([REL, *args], env=env, capture_output=True, text=True, timeout=60, umask=umask,
                              start_new_session=True, stdin=subprocess.DEVNULL)

    def drafts(self):
        return list((self.folder / "tmp").iterdir())

    def test_an_interrupt_is_for_the_editor(self):
        editor = """sh -c 'trap "" INT QUIT; kill -INT 0; kill -QUIT 0; echo "still here" >> "$1"' x"""
        run = self.rel("log", "ann", "-e", editor=editor)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("still here", self.rel("show", "ann").stdout)
        self.assertEqual(self.drafts(), [])

    def test_an_editor_that_is_interrupted_changes_nothing_and_the_draft_is_kept(self):
        run = self.rel("log", "ann", "-e", editor="sh -c 'kill -INT 0; sleep 5' x")
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertIn("your draft is kept: ", run.stderr)
        self.assertEqual(len(self.drafts()), 1)

    def test_a_draft_is_for_its_owner_alone_whatever_the_umask(self):
        self.rel("log", "ann", "-e", editor="""sh -c 'stat -c %a "$1" "$(dirname "$1")" > "$OUT"' x""")
        self.assertEqual((self.folder / "out").read_text().split(), ["600", "700"])
        self.assertEqual(self.drafts(), [])

    def test_what_an_editor_leaves_beside_a_draft_it_took_away_is_kept(self):
        run = self.rel("log", "ann", "-e", editor="""sh -c 'mv "$1" "$1.swp"' x""")
        self.assertEqual(run.returncode, 5)
        self.assertIn(f"your draft is kept: {self.drafts()[0]}\n", run.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
