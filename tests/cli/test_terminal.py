# SPDX-License-Identifier: GPL-3.0-or-later
"""What a terminal gets, narrow or wide, whatever the judged program prints: test_terminal.py GRIND"""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
import unicodedata
from pathlib import Path

GRIND = Path(sys.argv.pop(1)).resolve()
EVIL = r'''
import sys
print("\x1b]0;title\x07\x1b[2J \u202e 日本語" * 9)
sys.stderr.write("\x1b[3J\x9b2J")
'''
# Colours, and going back to the start of the line to wipe it.
OWN = re.compile("\x1b\\[[0-9;]*m|\r\x1b\\[K")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def columns(text):
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


class Terminal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="grindstone-terminal-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "evil.py").write_text(EVIL)

    def call(self, width, errors=None, more=(), **variables):
        """What a terminal of that width gets; standard error goes there too unless `errors` is given."""
        main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        environment = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
                       "GRINDSTONE_HOME": str(self.folder / "home"), **variables}
        running = subprocess.Popen([GRIND, "run", "starter/echo-sum", "evil.py", *more], cwd=self.folder, env=environment,
                                   stdin=subprocess.DEVNULL, stdout=side, stderr=errors or side)
        os.close(side)
        seen = b""
        try:
            while part := os.read(main, 65536):
                seen += part
        except OSError:  # how Linux tells that the other end is closed
            pass
        os.close(main)
        self.assertEqual(running.wait(), 1)
        return seen.decode()

    def test_nothing_of_the_program_steers_it(self):
        for width in (40, 80, 200):
            text = self.call(width)
            self.assertIn("Wrong answer", text)
            left = OWN.sub("", text).replace("\r\n", "\n")
            self.assertEqual([hex(ord(one)) for one in left if unicodedata.category(one) in ("Cc", "Cf") and one != "\n"], [])
            self.assertIn("\\x1b]0;title", left)
            self.assertTrue(width == 40 or "\\u202e" in left, left)

    def test_bars_and_the_difference_fit(self):
        for width in (40, 200):
            for line in self.call(width).split("\n"):
                for state in line.split("\r\x1b[K"):
                    shown = COLOUR.sub("", state).strip("\r")
                    if shown.startswith("Judging") or "|" in shown[:12]:
                        self.assertLessEqual(columns(shown), width, shown)

    def test_the_mark_is_below_what_differs_behind_wide_characters(self):
        (self.folder / "evil.py").write_text('print("日本 5")\n')
        (self.folder / "wide.in").write_text("1\n5\n")
        (self.folder / "wide.ans").write_text("日本 6\n")
        lines = COLOUR.sub("", self.call(80, None, ["--case", "wide.in"])).split("\r\n")
        own = next(line for line in lines if line.startswith("  yours"))
        mark = lines[lines.index(own) + 1]
        self.assertEqual(columns(own[:own.index("5")]), mark.index("^"))
        self.assertEqual(mark.count("^"), 1)

    def test_the_bar_goes_only_to_a_terminal(self):
        self.assertIn("Judging [", self.call(80))
        with tempfile.TemporaryFile() as errors:
            self.assertNotIn("Judging [", self.call(80, errors))
            errors.seek(0)
            self.assertEqual(errors.read(), b"")

    def test_no_colour_where_none_is_wanted(self):
        with tempfile.TemporaryFile() as errors:
            self.assertRegex(self.call(80, errors), COLOUR)
            self.assertNotIn("\x1b", self.call(80, errors, NO_COLOR="1"))


if __name__ == "__main__":
    unittest.main()
