# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the sources has its German: test_translations.py LUPDATE OPTIONS…

Updates a copy of the .ts files with the same options as the target update_translations, and reads it.
"""
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LUPDATE, OPTIONS = sys.argv[1], sys.argv[2:]
del sys.argv[1:]
CURE = "run `ninja -C build/dev update_translations` and translate what is marked unfinished in "
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")


def updated(ts, *options):
    """The messages of `ts` as they are after an update: (context, source, element)."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ts.name
        copy.write_bytes(ts.read_bytes())
        subprocess.run([LUPDATE, *OPTIONS, *options, "-ts", copy], cwd=ROOT, check=True, capture_output=True)
        return messages(copy)


def messages(ts):
    return [(context.findtext("name"), message.findtext("source"), message)
            for context in ET.parse(ts).getroot().iter("context") for message in context.iter("message")]


def forms(message):
    translation = message.find("translation")
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def is_finished(message):
    return message.find("translation").get("type") is None and all(forms(message))


class Translations(unittest.TestCase):
    def assert_up_to_date(self, ts, *options):
        now = updated(ts, *options)
        self.assertGreater(len(now), 0)
        self.assertEqual([source for _, source, message in now if not is_finished(message)], [], CURE + ts.name)
        gone = {(c, s) for c, s, _ in messages(ts)} - {(c, s) for c, s, _ in now}
        self.assertEqual(gone, set(), CURE + ts.name)

    def test_german_is_complete(self):
        self.assert_up_to_date(ROOT / "translations/grindstone_de.ts")

    def test_english_plurals_are_complete(self):
        self.assert_up_to_date(ROOT / "translations/grindstone_en.ts", "-pluralonly")

    def test_translations_keep_the_placeholders(self):
        for ts in sorted((ROOT / "translations").glob("*.ts")):
            for _, source, message in messages(ts):
                wanted = set(PLACEHOLDER.findall(source))
                for form in forms(message):
                    # "1 case" may say its number as a word.
                    found = set(PLACEHOLDER.findall(form))
                    self.assertEqual(found | {"%n"} if "%n" in wanted else found, wanted, f"{ts.name}: {source!r}")


if __name__ == "__main__":
    unittest.main()
