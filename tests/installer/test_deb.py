# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the Debian package from a build folder and uses it: test_deb.py BUILD_FOLDER

Unpacked into a temporary folder, `grind` must judge from there, also as an ordinary user. With GRINDSTONE_TEST_INSTALL=1
(which takes root, and a machine that may be changed) the package is also installed, used and purged.
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = Path(sys.argv.pop(1))
ROOT = Path(__file__).resolve().parents[2]
ORDINARY = 65534
AS_ORDINARY = ["setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups"]
SOLUTIONS = ROOT / "problemsets/starter/echo-sum/submissions/accepted"


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)


def check(*command, **options):
    done = run(*command, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class DebianPackage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="grindstone-deb-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.work = Path(cls.folder.name)
        cls.work.chmod(0o755)
        check("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.work / "packages")
        cls.deb, = (cls.work / "packages").glob("*.deb")
        cls.tree = cls.work / "tree"
        check("dpkg-deb", "-x", cls.deb, cls.tree)
        cls.solution = cls.work / "solution.cpp"
        cls.solution.write_bytes(next(SOLUTIONS.glob("*.cpp")).read_bytes())
        cls.solution.chmod(0o644)

    def home(self, name, owner):
        home = self.work / name
        home.mkdir()
        os.chown(home, owner, owner)
        return home

    def verdict(self, grind, home, prefix=()):
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8"}
        done = run(*prefix, grind, "submit", "starter/echo-sum", self.solution, "--json", env=environment, cwd=home)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)["verdict"]

    def test_holds_what_an_application_needs(self):
        files = {str(path.relative_to(self.tree)) for path in self.tree.rglob("*") if path.is_file()}
        application = "io.github.grindstone.Grindstone"
        wanted = {
            "usr/bin/grind", "usr/bin/grindstone", "usr/libexec/grindstone/grindstone-sandbox",
            "usr/share/grindstone/languages/cpp.toml", "usr/share/grindstone/languages/python3.toml",
            "usr/share/grindstone/problemsets/starter/echo-sum/problem.yaml",
            "usr/share/grindstone/translations/grindstone_de.qm", "usr/share/grindstone/apparmor/install-profile",
            f"usr/share/applications/{application}.desktop", f"usr/share/metainfo/{application}.metainfo.xml",
            f"usr/share/icons/hicolor/scalable/apps/{application}.svg", "usr/share/doc/grindstone/copyright",
            "usr/share/man/man1/grind.1", "usr/share/man/man1/grindstone.1",
            "usr/share/bash-completion/completions/grind", "usr/share/zsh/vendor-completions/_grind",
            "usr/share/fish/vendor_completions.d/grind.fish",
        }
        self.assertEqual(wanted - files, set())
        for name in wanted:
            self.assertGreater((self.tree / name).stat().st_size, 0, name)
        foreign = [name for name in files if name not in wanted and not name.startswith(("usr/bin/grind", "usr/libexec/grindstone/",
                   "usr/share/grindstone/", "usr/share/doc/grindstone/")) and application not in name]
        self.assertEqual(foreign, [])

    def test_everybody_may_read_it_and_nobody_else_may_write_it(self):
        for path in self.tree.rglob("*"):
            if not path.is_symlink():
                mode = path.stat().st_mode
                self.assertEqual((mode & 0o044, mode & 0o7022), (0o044, 0), f"{path} {mode:o}")

    def test_depends_on_what_it_runs_with(self):
        depends = check("dpkg-deb", "-f", self.deb, "Depends")
        for name in ("libqt6sql6-sqlite", "libqt6widgets6", "libqscintilla2-qt6", "libc6"):
            self.assertIn(name, depends)
        self.assertIn("g++", check("dpkg-deb", "-f", self.deb, "Recommends"))

    def test_judges_from_where_it_lies(self):
        self.assertEqual(self.verdict(self.tree / "usr/bin/grind", self.home("own-home", os.getuid())), "AC")

    @unittest.skipUnless(os.getuid() == 0, "the test above is that of an ordinary user already")
    def test_judges_as_an_ordinary_user(self):
        home = self.home("ordinary-home", ORDINARY)
        self.assertEqual(self.verdict(self.tree / "usr/bin/grind", home, AS_ORDINARY), "AC")

    @unittest.skipUnless(os.getuid() == 0 and os.environ.get("GRINDSTONE_TEST_INSTALL") == "1",
                         "changes the machine; GRINDSTONE_TEST_INSTALL=1 asks for it")
    def test_installs_judges_and_leaves_only_the_persons_data(self):
        home = self.home("installed-home", ORDINARY)
        check("dpkg", "-i", self.deb)
        self.addCleanup(run, "dpkg", "--purge", "grindstone")
        installed = [Path(line) for line in check("dpkg", "-L", "grindstone").split() if "grind" in line.lower()]
        self.assertEqual(self.verdict("/usr/bin/grind", home, AS_ORDINARY), "AC")
        check("dpkg", "--purge", "grindstone")
        self.assertEqual([str(path) for path in installed if path.exists()], [])
        left = [Path(folder) for folder in ("/etc/apparmor.d/grindstone-sandbox", "/var/lib/grindstone")]
        self.assertEqual([str(path) for path in left if path.exists()], [])
        self.assertTrue((home / ".local/share/grindstone/grindstone.sqlite").is_file())


if __name__ == "__main__":
    unittest.main()
