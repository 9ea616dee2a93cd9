#!/usr/bin/env python3
"""The recipes of rel-recipes(7) and the cheat sheet, run as they stand there; the picture of the README, drawn anew."""

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import harness

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "man/rel-recipes.7"
ESCAPES = {"\\-": "-", "\\(aq": "'", "\\(dq": '"', "\\e": "\\"}


def recipes() -> dict[str, str]:
    """The blocks of the page by their names, as a reader sees them."""
    found = re.findall(r'^\.\\" recipe: (\S+)\n\.Bd .*\n((?:[^.\n].*\n|\n)+)\.Ed$', PAGE.read_text(), re.MULTILINE)
    return {name: re.sub(r"\\(?:-|e|\(..)", lambda escape: ESCAPES[escape[0]], text) for name, text in found}


RECIPES = recipes()


class Recipes(harness.ProgramTest):
    tried: set[str] = set()

    def setUp(self) -> None:
        super().setUp()
        (self.home / ".local/bin").mkdir(parents=True)
        shutil.copy(self.rel, self.home / ".local/bin/rel")
        self.env["PATH"] = f"{self.home}/.local/bin:{self.env['PATH']}"
        self.env["LC_ALL"] = "C.UTF-8"
        self.ok("add", "Ann Lee", "--tier", "1", "--last", "2026-10-15")
        self.ok("add", "Bo Chen", "--tier", "2", "--last", "2026-10-15")

    def recipe(self, name: str) -> str:
        Recipes.tried.add(name)
        return RECIPES[name]

    def sh(self, script: str, *shell: str, **options) -> str:
        """Runs a script in a shell, by default bash, which must succeed in silence; what it printed."""
        done = subprocess.run([*(shell or ("bash", "-c")), script], capture_output=True, text=True, cwd=self.home,
                              env=self.env | options.pop("env", {}), timeout=60,
                              **{"stdin": subprocess.DEVNULL, **options})
        self.assertEqual((done.returncode, done.stderr), (0, ""), script)
        return done.stdout

    def needs(self, *programs: str) -> None:
        for program in programs:
            if not shutil.which(program):
                self.skipTest(f"no {program}")

    def all_is_logged(self) -> None:
        self.ok("log", "ann,bo", "2h")

    # Reminders.

    def mail_of_cron(self, table: str, seconds: float) -> str:
        """What the real cron mails when it runs a table at once; nothing of it is the system's."""
        self.needs("cron", "unshare")
        if os.geteuid() != 0 or subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"]).returncode:
            self.skipTest("namespaces are not allowed here")
        for folder in ("crontabs", "cron.d", "sbin"):
            (self.folder / folder).mkdir()
        (self.folder / "crontab").touch()
        tab = self.folder / "crontabs/root"
        at_once = re.sub(r"^30 8 \* \* \*", "@reboot", table, flags=re.MULTILINE)
        tab.write_text(f"HOME={self.home}\nREL_NOW={harness.NOW}\n{at_once}")
        tab.chmod(0o600)
        mail = self.folder / "mail"
        (self.folder / "sbin/sendmail").write_text(f"#!/bin/sh\ncat >> {mail}\n")
        (self.folder / "sbin/sendmail").chmod(0o755)
        shutil.copy(shutil.which("cron"), self.folder / "sbin")
        script = ('mount --bind "$1/crontabs" /var/spool/cron/crontabs; mount --bind "$1/crontab" /etc/crontab\n'
                  'mount --bind "$1/cron.d" /etc/cron.d; mount -t tmpfs run /run; mount --bind "$1/sbin" /usr/sbin\n'
                  "exec /usr/sbin/cron -f")
        daemon = subprocess.Popen(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", script, "sh",
                                   self.folder], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        end = time.monotonic() + seconds
        while time.monotonic() < end and daemon.poll() is None and "Ann Lee" not in self.text_at(mail):
            time.sleep(0.05)
        self.assertIsNone(daemon.poll(), "cron ended")
        daemon.kill()
        daemon.wait()
        return self.text_at(mail)

    def text_at(self, path: Path) -> str:
        return path.read_text() if path.exists() else ""

    def test_cron_mails_the_list(self) -> None:
        mail = self.mail_of_cron(self.recipe("cron"), 20)
        self.assertIn("To: ann@example.org", mail)
        self.assertIn("\nAnn Lee\nBo Chen\n", mail)

    def test_cron_mails_nothing_when_nobody_is_due(self) -> None:
        self.all_is_logged()
        table = self.recipe("cron") + f"@reboot touch {self.folder}/ran\n"
        self.assertEqual(self.mail_of_cron(table, 1.5), "")
        self.assertTrue((self.folder / "ran").exists())

    def test_cron_notifies(self) -> None:
        out = self.folder / "told"
        (self.folder / "notify-send").write_text(f'#!/bin/sh\necho "$DBUS_SESSION_BUS_ADDRESS $*" > {out}\n')
        (self.folder / "notify-send").chmod(0o755)
        self.mail_of_cron(f"PATH={self.folder}:/bin\n" + self.recipe("cron-notify"), 2)
        self.assertIn("unix:path=/run/user/1000/bus --app-name=rel -- 2 people to talk to", self.text_at(out))

    def test_units_of_systemd(self) -> None:
        units = self.home / ".config/systemd/user"
        units.mkdir(parents=True)
        (units / "rel-due.service").write_text(self.recipe("service"))
        (units / "rel-due.timer").write_text(self.recipe("timer"))
        self.needs("systemd-analyze")
        done = subprocess.run(["systemd-analyze", "verify", "--user", *units.iterdir()], capture_output=True, text=True,
                              env=self.env | {"XDG_RUNTIME_DIR": str(self.folder)})
        self.assertEqual((done.returncode, [line for line in done.stderr.splitlines() if "rel-due" in line]), (0, []))

    def test_the_prompt(self) -> None:
        asked = self.recipe("bash-prompt") + "printf '%s' \"${PS1@P}\"\n"
        self.assertEqual(self.sh("PS1='ready> '\n" + asked), "(2) ready> ")
        self.needs("zsh", "fish")
        zsh = "setopt prompt_subst; PS1='ready> '\n" + self.recipe("bash-prompt") + "print -Pn -- $PS1\n"
        self.assertEqual(self.sh(zsh, "zsh", "-fc"), "(2) ready> ")
        fish = self.recipe("fish-prompt") + "fish_right_prompt"
        self.assertEqual(self.sh(fish, "fish", "--no-config", "-c"), "(2)\n")
        self.all_is_logged()
        self.assertEqual(self.sh("PS1='ready> '\n" + asked), "ready> ")
        done = subprocess.run(["fish", "--no-config", "-c", fish], capture_output=True, text=True, env=self.env)
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_tmux(self) -> None:
        self.needs("tmux")
        (self.home / ".tmux.conf").write_text(self.recipe("tmux"))
        socket = str(self.folder / "socket")
        child, terminal = pty.fork()  # it asks only while somebody looks
        if child == 0:
            os.execvpe("tmux", ["tmux", "-S", socket, "new", "sleep 30"], self.env | {"TERM": "xterm"})
        shown, end = "", time.monotonic() + 20
        while "2 to call" not in shown and time.monotonic() < end:
            if select.select([terminal], [], [], 0.2)[0]:
                shown += os.read(terminal, 65536).decode(errors="replace")
        subprocess.run(["tmux", "-S", socket, "kill-server"], env=self.env, check=True)
        os.waitpid(child, 0)
        os.close(terminal)
        self.assertIn("2 to call", shown)

    def test_on_logging_in(self) -> None:
        (self.home / ".profile").write_text("PATH=$HOME/.local/bin:$PATH\n" + self.recipe("login"))
        self.assertIn("Ann Lee", self.sh(":", "bash", "-lc"))
        self.all_is_logged()
        self.assertEqual(self.sh(":", "bash", "-lc"), "")

    # In the shell.

    def test_fzf(self) -> None:
        self.needs("fzf")
        env = {"FZF_DEFAULT_OPTS": "--filter=lee"}
        self.assertIn("Ann Lee  very high", self.sh(self.recipe("fzf-prep"), env=env))
        self.assertIn("Ann Lee: call, 20 min", self.sh(self.recipe("fzf-log"), env=env))

    def test_private_notes(self) -> None:
        done = subprocess.run(["bash", "-c", self.recipe("private")], input="a secret\n", capture_output=True, text=True,
                              env=self.env, cwd=self.home)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.sh(self.recipe("editor"), env={"EDITOR": "sh -c 'echo from the editor > \"$1\"' x"})
        entries = json.loads(self.ok("show", "ann", "--format", "json"))["entries"]
        self.assertEqual([entry["note"] for entry in entries], ["a secret", "from the editor"])

    def test_links(self) -> None:
        self.assertEqual(self.sh(self.recipe("links") + "echo $FORCE_HYPERLINK"), "1\n")  # at_home tests what it does

    # People and files.

    def test_families(self) -> None:
        self.assertIn("Ida Berg, Jon Berg", self.sh(self.recipe("family")).replace(" and ", ", "))
        told = json.loads(self.ok("show", "ida", "--format", "json"))["entries"]
        self.assertEqual([entry["kind"] for entry in told], ["contact", "remark"])
        self.assertIn("Kim and Lou Park: met, 3 h", self.sh(self.recipe("couple")))

    def test_the_inbox_of_a_phone(self) -> None:
        (self.home / "Sync").mkdir()
        for _ in range(2):
            (self.home / "Sync/rel-inbox.txt").write_text(self.recipe("inbox"))
            self.sh(self.recipe("inbox-take"))
            notes = [entry.get("note") for entry in json.loads(self.ok("show", "ann", "--format", "json"))["entries"]]
            self.assertEqual(notes, ["the flat, and her mother", None])
            self.assertEqual((self.home / "Sync/rel-inbox.txt").read_text(), "")
        self.sh(self.recipe("copy"))
        self.assertTrue((self.home / "Sync/rel.db").exists())

    def test_zz_every_recipe_was_tried(self) -> None:
        self.assertEqual(set(RECIPES) - Recipes.tried, set())

    # Beside the manual.

    def test_the_cheat_sheet(self) -> None:
        sheet = (ROOT / "docs/cheat-sheet.md").read_text()
        lines = [line for line in re.search(r"```sh\n(.*?)```", sheet, re.DOTALL)[1].splitlines() if line.startswith("rel")]
        self.assertGreater(len(lines), 35)
        play = str(self.home / "play.db")
        self.ok("demo", play)
        (self.home / "contacts.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Kern\nEND:VCARD\n")
        env = {"REL_DB": play}
        promise = self.sh("rel promise tom 'a walk' --format json | sed -n 's/.*\"id\":\"\\([^\"]*\\)\".*/\\1/p'", env=env)
        self.sh("rel add 'Ida Lind' -q", env=env)
        for line in lines:
            done = subprocess.run(["bash", "-c", line.replace("7k2q", promise.strip())], capture_output=True, text=True,
                                  env=self.env | env, cwd=self.home)
            self.assertEqual((done.returncode, "try:" in done.stderr), (0, False), f"{line}\n{done.stderr}")

    def test_the_picture_of_a_session_is_what_the_program_shows(self) -> None:
        done = subprocess.run([sys.executable, ROOT / "scripts/record-session", "--check", self.rel], capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_picture_that_differs_is_found(self) -> None:
        copy = self.folder / "checkout"
        for name in ("scripts/record-session", "docs/session.svg"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        picture = copy / "docs/session.svg"
        picture.write_text(picture.read_text().replace("Mia Roth", "Mia R.", 1))
        done = subprocess.run([sys.executable, copy / "scripts/record-session", "--check", self.rel], capture_output=True,
                              text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Mia R.", done.stdout)


if __name__ == "__main__":
    harness.main()
