# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/setup.sh with a made-up package list and a made-up apt-get that writes down what it is asked to do."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APT = """#!/bin/bash
echo "$*" >>"$LOG"
for package in "$@"; do
    [[ " $UNAVAILABLE " != *" $package "* ]] || exit 100
done
"""
SUDO = """#!/bin/bash
[[ $1 != -n ]] || shift
exec "$@"
"""


class Setup(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "a tree with blanks"
        self.tools = self.root / "tools"
        self.tools.mkdir(parents=True)
        (self.root / "scripts").mkdir()
        self.write_tool("apt-get", APT)
        self.write_tool("sudo", SUDO)

    def write_tool(self, name, text):
        (self.tools / name).write_text(text)
        (self.tools / name).chmod(0o755)

    def ensure(self, packages, groups, unavailable="", path=None):
        """Runs ensurePackages; returns what apt-get was asked and what the person was told."""
        (self.root / "scripts/packages.txt").write_text(packages)
        log = self.root / "log"
        log.write_text("")
        environment = {"PATH": path or f"{self.tools}:/usr/bin:/bin", "LOG": str(log), "UNAVAILABLE": unavailable}
        script = f'set -euo pipefail; ROOT=$1; source "{ROOT}/scripts/setup.sh"; ensurePackages {groups}; echo done'
        done = subprocess.run(["/bin/bash", "-c", script, "bash", str(self.root)], env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, "done\n"), done.stderr)
        return log.read_text(), done.stderr

    def test_installs_nothing_when_nothing_is_missing(self):
        asked, told = self.ensure("build shell command:sh why\nbuild root file:/us* why\n", "build")
        self.assertEqual((asked, told), ("", ""))

    def test_installs_what_is_missing_of_the_wanted_groups_and_says_why(self):
        asked, told = self.ensure("# a comment\n\nbuild alpha command:no-such-a first reason\n"
                                  "test beta header:no/such.h second reason\n"
                                  "practice gamma cmake:NoSuch third\n", "build test")
        self.assertIn("install alpha beta\n", asked)
        self.assertNotIn("gamma", asked)
        self.assertIn("grindstone:   alpha: first reason\ngrindstone:   beta: second reason\n", told)

    def test_an_optional_package_that_cannot_be_had_stops_nothing(self):
        asked, told = self.ensure("build alpha command:no-such-a why\nbuild? rare command:no-such-r why\n", "build",
                                  unavailable="rare")
        self.assertIn("install alpha\n", asked)
        self.assertIn("could not install rare\n", told)
        asked, _ = self.ensure("build? rare command:no-such-r why\n", "build", unavailable="rare")
        self.assertEqual(asked, "", "an optional package is not asked for at each start")

    def test_packages_come_one_by_one_when_they_cannot_come_together(self):
        asked, told = self.ensure("build alpha command:no-such-a why\nbuild beta command:no-such-b why\n", "build",
                                  unavailable="beta")
        self.assertIn("update\n", asked)
        self.assertIn("install alpha\n", asked)
        self.assertIn("could not install beta\n", told)

    def test_names_the_command_where_packages_cannot_be_installed(self):
        for name in ("bash", "sort", "cut", "sed", "id"):
            target = next(Path(folder) / name for folder in ("/usr/bin", "/bin") if (Path(folder) / name).exists())
            os.symlink(target, self.tools / name)
        (self.tools / "apt-get").unlink()
        asked, told = self.ensure("build alpha command:no-such-a why\nbuild beta command:no-such-b why\n", "build",
                                  path=str(self.tools))
        self.assertIn("sudo apt-get update && sudo apt-get install alpha beta\n", told)
        self.assertIn("going on without them", told)

    def test_the_real_list_has_a_known_probe_for_each_package(self):
        lines = [line.split(maxsplit=3) for line in (ROOT / "scripts/packages.txt").read_text().splitlines()
                 if line and not line.startswith("#")]
        self.assertGreater(len(lines), 10)
        for line in lines:
            self.assertEqual(len(line), 4, line)
            group, _, probe, _ = line
            self.assertIn(group.rstrip("?"), ("build", "practice", "test", "package", "guest"))
            self.assertIn(probe.split(":")[0], ("command", "file", "header", "cmake"))


if __name__ == "__main__":
    unittest.main()
