#!/usr/bin/env python3
"""Run by cron: without a terminal, a zone or a locale; not a byte where nobody is due, so that no mail is sent."""

import os
import shutil
import subprocess
import time

import harness

# Nothing of the system's own is seen by this cron, nor touched: it has a mount and process namespace to itself.
PRIVATE_CRON = """
mount --bind "$1/crontabs" /var/spool/cron/crontabs
mount --bind "$1/crontab" /etc/crontab
mount --bind "$1/cron.d" /etc/cron.d
mount -t tmpfs run /run
exec cron -f
"""


class Cron(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.add_ann()

    def nobody_is_due(self) -> None:
        self.ok("log", "ann", "1h")

    def by_cron(self) -> subprocess.CompletedProcess:
        """Runs `rel` as Debian's cron does: its environment, its shell, no input."""
        env = {"SHELL": "/bin/sh", "HOME": str(self.home), "LOGNAME": "ann", "PATH": "/usr/bin:/bin",
               "REL_NOW": harness.NOW}
        return subprocess.run(["/bin/sh", "-c", str(self.rel)], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              start_new_session=True, cwd=self.home, timeout=10)

    def test_somebody_is_due(self) -> None:
        done = self.by_cron()
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b"Ann Lee", done.stdout)

    def test_nobody_is_due(self) -> None:
        self.nobody_is_due()
        done = self.by_cron()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def test_there_is_no_file_yet(self) -> None:
        shutil.rmtree(self.home / ".local")
        done = self.by_cron()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
        self.assertEqual(os.listdir(self.home), [])

    def test_an_empty_environment_and_no_input(self) -> None:
        script = f"env -i REL_NOW={harness.NOW} $REL due --db {self.db} <&-"
        due = self.shell(script)
        self.assertEqual((due.returncode, due.stderr), (0, ""))
        self.assertIn("Ann Lee", due.stdout)
        self.nobody_is_due()
        nobody = self.shell(script)
        self.assertEqual((nobody.returncode, nobody.stdout, nobody.stderr), (0, "", ""))

    def test_names_are_written_whole_without_a_locale(self) -> None:
        self.ok("add", "Zoë 王小明 👩‍👧", "--tier", "1", "--last", "2026-11-05")
        self.assertIn("Zoë 王小明 👩‍👧", self.by_cron().stdout.decode())

    def test_the_real_daemon(self) -> None:
        if os.geteuid() != 0 or not shutil.which("cron") or not shutil.which("unshare"):
            self.skipTest("needs Debian's cron, unshare and root")
        if subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], capture_output=True).returncode:
            self.skipTest("namespaces are not allowed here")
        (self.folder / "crontabs").mkdir()
        (self.folder / "cron.d").mkdir()
        (self.folder / "crontab").touch()
        out, code = self.folder / "out", self.folder / "code"
        table = self.folder / "crontabs" / "root"
        table.write_text(f"HOME={self.home}\nREL_NOW={harness.NOW}\nMAILTO=\"\"\n"
                         f"@reboot {self.rel} > {out} 2>&1; echo $? > {code}.new; mv {code}.new {code}\n")
        table.chmod(0o600)
        daemon = subprocess.Popen(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", PRIVATE_CRON,
                                   "sh", self.folder], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + 20
            while not code.exists() and time.monotonic() < deadline and daemon.poll() is None:
                time.sleep(0.05)
        finally:
            daemon.kill()
            daemon.wait()
        self.assertTrue(code.exists(), "cron did not run the job")
        self.assertEqual(code.read_text(), "0\n")
        self.assertIn("Ann Lee", out.read_text())


if __name__ == "__main__":
    harness.main()
