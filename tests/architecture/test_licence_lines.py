# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence within its first three lines."""
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
FOLDERS = ("app", "cmake", "installer", "judge", "resources", "sandbox", "scripts", "tests", "translations", ".ci")
SUFFIXES = {".h", ".cpp", ".c", ".py", ".sh", ".cmake", ".toml", ".in"}


def is_source(path):
    if not path.is_file() or "__pycache__" in path.parts:
        return False
    if path.suffix in SUFFIXES or path.name == "CMakeLists.txt":
        return True
    return path.read_bytes()[:2] == b"#!"


def sources():
    found = [path for path in ROOT.iterdir() if is_source(path)]
    for folder in FOLDERS:
        found += [path for path in sorted((ROOT / folder).rglob("*")) if is_source(path)]
    # Programs and packages that tests feed to the judge are data, as a person would have written them.
    return [path for path in found if "data" not in path.relative_to(ROOT).parts]


class LicenceLines(unittest.TestCase):
    def test_every_source_file_has_one(self):
        found = sources()
        self.assertGreater(len(found), 20)
        without = [str(path.relative_to(ROOT)) for path in found
                   if LINE not in "".join(path.read_text(encoding="utf-8", errors="replace").splitlines(True)[:3])]
        self.assertEqual(without, [])


if __name__ == "__main__":
    unittest.main()
