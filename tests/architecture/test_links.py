# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs link: test_links.py BUILD_FOLDER"""
import subprocess
import sys
import unittest
from pathlib import Path

BUILD = Path(sys.argv.pop(1))
# Qt's windows, and what every window on Linux ends in, should Qt's modules change their names.
GUI = ("libQt6Gui", "libQt6Widgets", "libQt6OpenGL", "libqscintilla", "libX11", "libxcb", "libwayland", "libGL", "libEGL")


def linked_libraries(program):
    """The file names of all shared libraries that the program loads, directly or not."""
    listing = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listing.splitlines()]


def gui_libraries(program):
    return [name for name in linked_libraries(program) if name.startswith(GUI)]


class Links(unittest.TestCase):
    def test_the_command_line_links_no_gui_library(self):
        grind = BUILD / "bin/grind"
        self.assertTrue([name for name in linked_libraries(grind) if name.startswith("libQt6Core")])
        self.assertEqual(gui_libraries(grind), [])

    def test_the_desktop_application_shows_that_gui_libraries_are_recognised(self):
        self.assertIn("libQt6Widgets.so.6", gui_libraries(BUILD / "bin/grindstone"))

    def test_the_sandbox_helper_is_static(self):
        helper = BUILD / "libexec/grindstone/grindstone-sandbox"
        listing = subprocess.run(["readelf", "--program-headers", "--dynamic", helper], check=True,
                                 capture_output=True, text=True).stdout
        if "libasan" in listing:
            self.skipTest("the sanitizer of addresses cannot be linked statically")
        self.assertIn("LOAD", listing)
        self.assertNotIn("INTERP", listing)
        self.assertNotIn("(NEEDED)", listing)


if __name__ == "__main__":
    unittest.main()
