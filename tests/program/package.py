#!/usr/bin/env python3
"""The Debian package: the same bytes twice, clean for lintian, everything in its place, and it runs."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import harness

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_700_000_000


class Package(harness.ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.build = harness.binary.parent.parent
        if not shutil.which("dpkg-shlibdeps") or not (self.build / "CPackConfig.cmake").exists():
            self.skipTest("no dpkg-dev, or no build folder")

    def package(self, name: str, **variables: str) -> Path:
        """Makes the package in a folder of its own; its path."""
        env = os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH)} | variables
        done = subprocess.run(["cpack", "--config", self.build / "CPackConfig.cmake", "-B", self.folder / name],
                              capture_output=True, text=True, env=env, cwd=self.folder, umask=0o022, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        packages = list((self.folder / name).glob("*.deb"))
        self.assertEqual(len(packages), 1)
        return packages[0]

    def test_it_is_reproducible_clean_and_runs(self) -> None:
        package = self.package("one")
        time.sleep(1.1)  # another second on the clock
        again = self.package("a folder of another name", LC_ALL="C.UTF-8", TZ="Pacific/Apia")
        self.assertEqual(package.read_bytes(), again.read_bytes())
        self.is_clean(package)
        root = self.folder / "root"
        subprocess.run(["dpkg-deb", "-x", package, root], check=True)
        self.everything_is_in_place(root)
        self.it_runs(root)

    def test_what_was_installed_goes_with_the_folders_made_for_it(self) -> None:
        prefix = self.folder / "prefix"
        for file in ("bin/rel", "share/man/man1/rel.1", "share/man/man1/other.1", "share/doc/rel/README.md"):
            (prefix / file).parent.mkdir(parents=True, exist_ok=True)
            (prefix / file).write_text("")
        manifest = prefix / "share/rel/install_manifest.txt"
        manifest.parent.mkdir()
        installed = ["bin/rel", "share/doc/", "share/doc/rel/", "share/doc/rel/README.md", "share/man/", "share/man/man1/",
                     "share/man/man1/rel.1", "share/rel/"]
        manifest.write_text("".join(f"{prefix}/{path}\n" for path in installed) + f"{self.home}/\n")
        subprocess.run([ROOT / "scripts/uninstall", prefix], check=True, capture_output=True)
        left = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*"))
        # bin was there before, and something of others lies in man1; nothing beside the prefix is touched.
        self.assertEqual(left, ["bin", "share", "share/man", "share/man/man1", "share/man/man1/other.1"])
        self.assertTrue(self.home.is_dir())

    def is_clean(self, package: Path) -> None:
        if not shutil.which("lintian"):
            return
        options = ["--allow-root"] if os.geteuid() == 0 else []
        done = subprocess.run(["lintian", "--fail-on", "error,warning", *options, package], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def everything_is_in_place(self, root: Path) -> None:
        share = root / "usr/share"
        for page in (ROOT / "man").glob("*.[1-8]"):
            packed = (share / f"man/man{page.suffix[1:]}/{page.name}.gz").read_bytes()
            self.assertEqual(packed[4:8], bytes(4), "the time in gzip's header")
        for path in ("bash-completion/completions/rel", "zsh/vendor-completions/_rel", "fish/vendor_completions.d/rel.fish",
                     "doc/rel/copyright", "doc/rel/changelog.gz", "doc/rel/changelog.Debian.gz", "doc/rel/README.md"):
            self.assertTrue((share / path).is_file(), path)
        self.assertEqual(sorted(path.name for path in (root / "usr").iterdir()), ["bin", "share"], "no library")
        for path in root.rglob("*"):
            executable = path.is_dir() or path.parent.name == "bin"
            self.assertEqual(path.stat().st_mode & 0o7777, 0o755 if executable else 0o644, path)
            self.assertEqual(path.stat().st_mtime, EPOCH, path)

    def it_runs(self, root: Path) -> None:
        rel = root / "usr/bin/rel"
        self.assertRegex(subprocess.run([rel, "--version"], capture_output=True, text=True).stdout, r"^rel \d")
        needed = subprocess.run(["objdump", "-p", rel], capture_output=True, text=True).stdout
        libraries = {line.split()[1] for line in needed.splitlines() if line.split()[:1] == ["NEEDED"]}
        if not any("asan" in library for library in libraries):
            self.assertEqual({library.split(".")[0] for library in libraries} - {"libm", "libc", "ld-linux-x86-64"}, set())


if __name__ == "__main__":
    harness.main()
