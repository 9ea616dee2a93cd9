#!/usr/bin/env python3
"""What reaches the user, and what the user reaches: notifications, calls, the schedule, with the programs' arguments."""

import json
import os
import shutil
import subprocess

import harness

# Writes its arguments, each behind a NUL, into $OUT.
RECORDS = '#!/bin/sh\nprintf "%s\\0" "$@" >> "$OUT"\n'
HOSTILE = ["<b>x</b> & <a href='x'>", "-x --help", "$(touch hacked) `touch hacked`", "a\\nb\\t%s", "Zoë 王小明 👩‍👧"]


class AtHome(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.bin = self.folder / "tools"
        self.bin.mkdir()
        self.out = self.folder / "out"
        self.env |= {"PATH": f"{self.bin}:{self.env['PATH']}", "OUT": str(self.out)}

    def program(self, name: str, text: str = RECORDS) -> None:
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def arguments(self) -> list[str]:
        words = self.out.read_text().split("\0")[:-1]
        self.out.unlink()
        return words

    def test_a_notification_of_hostile_names(self) -> None:
        self.program("notify-send")
        for name in HOSTILE:
            self.ok("add", "--tier", "1", "--last", "2026-11-05", "--", name)
        self.assertEqual(self.ok("due", "--notify", "--discreet", cwd=self.home), "")
        *options, summary, body = self.arguments()
        self.assertEqual(options, ["--app-name=rel", "--"])
        self.assertEqual(summary, "5 people to talk to")
        self.assertEqual(sorted(body.split("\n")),
                         sorted(["&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href='x'&gt;", "-x --help",
                                 "$(touch hacked) `touch hacked`", "a\\\\nb\\\\t%s", "Zoë 王小明 👩‍👧"]))
        self.assertFalse((self.home / "hacked").exists())

    def test_a_notification_in_an_empty_environment(self) -> None:
        self.program("notify-send", '#!/bin/sh\nprintf "%s" "$DBUS_SESSION_BUS_ADDRESS" > ' + f"{self.out}\n")
        self.add_ann()
        done = self.shell(f"env -i REL_NOW={harness.NOW} PATH={self.bin}:/bin DBUS_SESSION_BUS_ADDRESS=unix:path=/x "
                          f"$REL due --notify --db {self.db} <&-")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual(self.out.read_text(), "unix:path=/x")

    def test_without_notify_send(self) -> None:
        self.add_ann()
        done = self.run_rel("due", "--notify", env=self.env | {"PATH": "/nonexistent"})
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(done.stderr.count("notify-send"), 1)

    def test_nobody_is_due(self) -> None:
        self.program("notify-send")
        self.add_ann()
        self.ok("log", "ann", "1h")
        self.assertEqual(self.ok("due", "--notify"), "")
        self.assertFalse(self.out.exists())

    def test_a_call_is_one_argument(self) -> None:
        self.program("xdg-open")
        self.add_ann()
        self.ok("edit", "ann", "--phone", "+49 (0)30 12; $(touch hacked) `touch hacked`")
        self.assertIn("Ann Lee", self.ok("prep", "ann", "--call", cwd=self.home))
        self.assertEqual(self.arguments(), ["tel:+493012"])
        self.assertIn("Ann Lee", self.ok("due", "--call"))
        self.assertEqual(self.arguments(), ["tel:+493012"])
        self.assertFalse((self.home / "hacked").exists())

    def test_a_command_of_the_settings(self) -> None:
        self.program("my dialler")
        (self.home / ".config/rel").mkdir(parents=True)
        (self.home / ".config/rel/config.toml").write_text('[reach]\nemail = ["my dialler", "$HOME", "a b"]\n')
        self.add_ann()
        self.ok("edit", "ann", "--email", "ann@example.org?attach=/etc/passwd")
        self.ok("prep", "ann", "--call")
        self.assertEqual(self.arguments(), ["$HOME", "a b", "mailto:ann@example.org%3Fattach%3D%2Fetc%2Fpasswd"])

    def test_what_is_opened_does_not_hold_the_file(self) -> None:
        self.program("xdg-open", f"#!/bin/sh\n{self.rel} log ann 1h > {self.out} 2>&1\necho noise\n")
        self.add_ann()
        self.ok("edit", "ann", "--phone", "1")
        done = self.run_rel("due", "--call", "--format", "json")
        self.assertEqual(json.loads(done.stdout)["waiting"], 1)  # the noise went to standard error
        self.assertEqual(done.stderr, "noise\n")
        self.assertIn("a real conversation", self.out.read_text())

    def test_a_program_that_fails_or_is_not_there(self) -> None:
        self.program("xdg-open", "#!/bin/sh\nexit 3\n")
        self.add_ann()
        self.ok("edit", "ann", "--phone", "1")
        failed = self.run_rel("prep", "ann", "--call")
        self.assertEqual(failed.returncode, 5)
        self.assertIn("xdg-open tel:1: ended with status 3\n", failed.stderr)
        missing = self.run_rel("prep", "ann", "--call", env=self.env | {"PATH": "/nonexistent"})
        self.assertEqual(missing.returncode, 5)
        self.assertIn("xdg-open tel:1: there is no such program\n", missing.stderr)

    def test_links_are_for_terminals_that_ask_for_them(self) -> None:
        self.add_ann()
        self.ok("edit", "ann", "--phone", "+49 30 1")
        link = "\x1b]8;;tel:+49301\x1b\\+49 30 1\x1b]8;;\x1b\\"
        for command in (["due"], ["list"], ["show", "ann"], ["prep", "ann"]):
            self.assertIn(link, self.at_terminal(*command, FORCE_HYPERLINK="1"), command)
            self.assertNotIn("\x1b]", self.at_terminal(*command), command)
        self.assertNotIn("\x1b]", self.at_terminal("due", FORCE_HYPERLINK="0"))
        self.assertNotIn("\x1b]", self.at_terminal("due", FORCE_HYPERLINK="1", TERM="dumb"))
        self.assertNotIn("\x1b", self.ok("due", env=self.env | {"FORCE_HYPERLINK": "1"}))

    # The schedule by systemd, whose manager is played; its verifier is the real one.

    def play_systemctl(self) -> None:
        self.program("systemctl", '#!/bin/sh\nprintf "%s\\n" "$*" >> "$OUT"\n')
        self.program("crontab", "#!/bin/sh\necho 'no crontab for ann' >&2; exit 1\n")
        self.program("notify-send")

    def test_units_pass_systemd_s_own_check(self) -> None:
        self.play_systemctl()
        odd = self.folder / "odd $HOME %h folder"
        odd.mkdir()
        shutil.copy(self.rel, odd / "rel")
        self.rel = odd / "rel"
        self.env["XDG_CONFIG_HOME"] = str(odd / "config")
        self.ok("schedule", "--at", "07:15", "--yes", "--db", str(odd / "m'y 100% \\ file.db"))
        said = self.out.read_text()
        self.assertIn("--user daemon-reload\n--user enable rel-due.timer\n--user restart rel-due.timer\n", said)
        units = odd / "config/systemd/user"
        self.assertEqual(sorted(os.listdir(units)), ["rel-due.service", "rel-due.timer"])
        if not shutil.which("systemd-analyze"):
            self.skipTest("no systemd-analyze")
        done = subprocess.run(["systemd-analyze", "verify", "--user", *units.iterdir()], capture_output=True, text=True,
                              env=self.env | {"XDG_RUNTIME_DIR": str(self.folder)})
        # The checker of a machine without a user session names its folders, and nothing of ours.
        complaints = [line for line in done.stderr.splitlines() if "rel-due" in line]
        self.assertEqual((done.returncode, complaints), (0, []), done.stderr)
        self.ok("schedule", "--remove", "--yes")
        self.assertEqual(os.listdir(units), [])

    def test_a_second_run_changes_nothing(self) -> None:
        self.play_systemctl()
        self.ok("schedule", "--yes")
        self.assertEqual(json.loads(self.ok("schedule", "--yes", "--format", "json"))["wrote"], [])
        changed = json.loads(self.ok("schedule", "--yes", "--at", "9:00", "--format", "json"))
        self.assertEqual((changed["by"], changed["at"], len(changed["wrote"])), ("systemd", "09:00", 1))

    # The schedule by the real cron, in a mount namespace in which no crontab is the system's.

    def in_private_cron(self, script: str) -> subprocess.CompletedProcess:
        if os.geteuid() != 0 or not shutil.which("cron") or not shutil.which("unshare"):
            self.skipTest("needs Debian's cron, unshare and root")
        if subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], capture_output=True).returncode:
            self.skipTest("namespaces are not allowed here")
        tables = self.folder / "crontabs"
        (self.folder / "cron.d").mkdir(exist_ok=True)
        (self.folder / "crontab").touch()
        tables.mkdir(exist_ok=True)
        shutil.chown(tables, group="crontab")
        tables.chmod(0o1730)
        setup = ('mount --bind "$1/crontabs" /var/spool/cron/crontabs; mount --bind "$1/crontab" /etc/crontab\n'
                 'mount --bind "$1/cron.d" /etc/cron.d; mount -t tmpfs run /run\n')
        return subprocess.run(["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-ec", setup + script,
                               "sh", self.folder], env=self.env | {"REL": str(self.rel)}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60)

    def test_a_real_crontab_keeps_every_other_line(self) -> None:
        table = "# mine\n\nMAILTO=\"\"\n0 9 * * *  echo \"a  b\" # rel\n*/5 * * * *\techo x\n"
        done = self.in_private_cron(f"printf '%s' '{table}' | crontab -\n"
                                    '"$REL" schedule --cron --yes -q\ncrontab -l; echo =====\n'
                                    '"$REL" schedule --cron --yes -q --at 6:05; "$REL" schedule --cron --yes -q --at 6:05\n'
                                    'crontab -l; echo =====\n"$REL" schedule --remove --yes -q\ncrontab -l\n')
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        first, second, last = done.stdout.split("=====\n")
        ours = f"XDG_CONFIG_HOME={self.home}/.config {self.rel} --db {self.db} due # rel schedule\n"
        self.assertEqual(first, f"{table}30 8 * * * {ours}")
        self.assertEqual(second, f"{table}5 6 * * * {ours}")
        self.assertEqual(last, table)

    def test_a_crontab_that_can_t_be_read_is_not_overwritten(self) -> None:
        self.program("crontab", '#!/bin/sh\n[ "$1" = -l ] && { echo "crontabs: Permission denied" >&2; exit 1; }\n'
                                'echo written > "$OUT"\n')
        done = self.run_rel("schedule", "--cron", "--yes")
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("crontab -l: crontabs: Permission denied\n", done.stderr)
        self.assertFalse(self.out.exists())

    def test_the_real_daemon_runs_what_was_set_up(self) -> None:
        self.add_ann()
        odd = self.folder / "o'dd $HOME 100% folder"
        odd.mkdir()
        shutil.copy(self.rel, odd / "rel")
        self.rel = odd / "rel"
        self.env["REL_DB"] = str(shutil.copy(self.db, odd / "my 100% file.db"))
        self.assertIn("Ann Lee", self.mail_by_cron())

    def test_the_real_daemon_goes_by_the_settings_of_now(self) -> None:
        self.add_ann()
        settings = self.home / ".config/rel/config.toml"  # not in the home that cron knows
        settings.parent.mkdir(parents=True)
        settings.write_text("default_minutes = 45\n")
        mail = self.mail_by_cron(f"echo nonsense > {settings}\n")
        self.assertIn(f"rel: {settings}:1: ", mail)

    def mail_by_cron(self, then: str = "") -> str:
        """What cron mails after a schedule is set up, and `then` was done."""
        # The line as it is, but at once, and with its answer kept: Debian's cron has no mail program here.
        self.program("sendmail")
        now = 'crontab -l | sed "s|^30 8 \\* \\* \\*|@reboot|; s|# rel schedule|> $1/mail 2>\\&1|"'
        done = self.in_private_cron(f'"$REL" schedule --cron --yes -q\n{then}({now}) > "$1/table"\n'
                                    'crontab "$1/table"; cron -f &\n'
                                    'for i in $(seq 100); do [ -s "$1/mail" ] && break; sleep 0.1; done; sleep 0.3\n')
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.folder / "mail").read_text()


if __name__ == "__main__":
    harness.main()
