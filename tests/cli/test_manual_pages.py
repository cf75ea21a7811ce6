# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages are sound, and grind(1) tells of all that --help does: test_manual_pages.py GRIND"""
import re
import subprocess
import sys
import unittest
from pathlib import Path

GRIND = Path(sys.argv.pop(1)).resolve()
ROOT = Path(__file__).resolve().parents[2]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=True, **options)


def grind(*arguments):
    return run(GRIND, *arguments, stdin=subprocess.DEVNULL).stdout


class ManualPages(unittest.TestCase):
    def read(self, page):
        """As on a terminal of 80 columns without styles, all warnings on."""
        done = run("groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-c", "-P-b", "-P-u", "-rLL=78n", input=page)
        self.assertEqual(done.stderr, "")
        return done.stdout

    def sections(self):
        """The text below "grind run", by that name."""
        parts = re.split(r"^   (grind [a-z ]+)$", self.read(grind("__manual")), flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2]))

    def test_of_the_window_is_sound(self):
        text = self.read((ROOT / "docs/man/grindstone.1").read_text())
        self.assertIn("grindstone - offline practice desk", text)

    def test_of_the_window_has_no_key_that_the_readme_has_not(self):
        readme = (ROOT / "README.md").read_text()
        keys = re.findall(r"(?:Ctrl|Alt|Shift)\+\S+?(?=[,\s])", self.read((ROOT / "docs/man/grindstone.1").read_text()))
        self.assertGreater(len(keys), 8)
        self.assertEqual([key for key in keys if key not in readme], [])

    def test_has_every_command_and_option_of_the_help(self):
        sections = self.sections()
        commands = [line.split("\t")[0].split() for line in grind("__complete", "").splitlines()[1:]]
        for group in ("bench", "pack"):
            commands += [[group, line.split("\t")[0]] for line in grind("__complete", group, "").splitlines()[1:]]
        self.assertGreater(len(commands), 9)
        for command in commands:
            section = sections.get("grind " + " ".join(command), "")
            options = re.findall(r"--[a-z-]+(?: [A-Z]+\b)?(?=  )", grind(*command, "--help"))
            self.assertIn("--help", options)
            for option in options:
                self.assertIn(option, section, command)

    def test_examples_can_be_pasted(self):
        for name, section in self.sections().items():
            examples = grind(*name.split()[1:], "--help").partition("Examples:\n")[2].partition("\n\n")[0]
            for example in examples.splitlines():
                self.assertIn(example.strip(), section)


if __name__ == "__main__":
    unittest.main()
