# SPDX-License-Identifier: GPL-3.0-or-later
"""installer/apparmor/install-profile, writing into a folder of the test's own."""
import subprocess
import tempfile
import unittest
from pathlib import Path

INSTALL = Path(__file__).resolve().parents[2] / "installer/apparmor/install-profile"


class AppArmorProfile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.profiles = Path(folder.name)
        (self.profiles / "abi").mkdir()
        (self.profiles / "abi/4.0").touch()

    def run_it(self, *arguments):
        return subprocess.run([INSTALL, *arguments], env={"GRINDSTONE_APPARMOR_DIR": str(self.profiles),
                                                          "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)

    def written(self):
        return sorted(path.name for path in self.profiles.iterdir() if path.is_file())

    def test_lets_the_installed_helper_make_user_namespaces(self):
        self.assertEqual(self.run_it("/usr/libexec/grindstone/grindstone-sandbox").returncode, 0)
        text = (self.profiles / "grindstone-sandbox").read_text()
        self.assertIn('profile grindstone-sandbox "/usr/libexec/grindstone/grindstone-sandbox" flags=(unconfined) {\n'
                      "  userns,\n", text)

    def test_each_build_tree_has_a_profile_of_its_own(self):
        self.run_it("/home/a/build/helper")
        self.run_it("/home/b/build/helper")
        self.assertEqual(len(self.written()), 2)

    def test_escapes_what_has_a_meaning_in_a_pattern(self):
        self.run_it('/home/a/x [1] {*}/helper')
        text = (self.profiles / self.written()[0]).read_text()
        self.assertIn(r'"/home/a/x \[1\] \{\*\}/helper"', text)

    def test_tells_whether_it_is_installed(self):
        self.assertNotEqual(self.run_it("--is-installed", "/a/helper").returncode, 0)
        self.run_it("/a/helper")
        self.assertEqual(self.run_it("--is-installed", "/a/helper").returncode, 0)
        self.assertNotEqual(self.run_it("--is-installed", "/b/helper").returncode, 0)

    def test_removes_what_it_installed(self):
        self.run_it("/a/helper")
        self.assertEqual(self.run_it("--remove", "/a/helper").returncode, 0)
        self.assertEqual(self.written(), [])
        self.assertEqual(self.run_it("--remove", "/a/helper").returncode, 0)

    def test_leaves_an_older_apparmor_alone(self):
        (self.profiles / "abi/4.0").unlink()
        done = self.run_it("/a/helper")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.written(), [])
        self.assertIn("no profile is needed", done.stderr)

    def test_refuses_a_relative_path(self):
        done = self.run_it("build/helper")
        self.assertEqual(done.returncode, 2)
        self.assertIn("must be absolute: build/helper", done.stderr)


if __name__ == "__main__":
    unittest.main()
