# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives broken and hostile packages to grind, one after the other: test_hostile_packages.py GRIND [WORD …]

Each must be told by its exact message, soon, with nothing written outside, nothing half imported and nothing left.
With words, only the cases that have one of them in their names are tried, and shown as they came out."""
import concurrent.futures
import resource
import sys
import tempfile
import unittest
from pathlib import Path

from hostile import case, themes

GRIND = Path(sys.argv[1]).resolve()
LARGEST = 1 << 20  # KiB, of what any process took; an interpreter or a compiler in the sandbox may be among them


def attempt_all(cases):
    """Two at a time: they wait for the disk as well as for the processor."""
    with tempfile.TemporaryDirectory(prefix="hostile-packages-") as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as workers:
        pending = [workers.submit(case.attempt, one, Path(folder).resolve() / str(number), GRIND)
                   for number, one in enumerate(cases)]
        return [one.result() for one in pending]


class HostilePackages(unittest.TestCase):
    maxDiff = None

    def test_each_is_told_exactly_and_leaves_nothing(self):
        for one, (said, complaints) in zip(themes.CASES, attempt_all(themes.CASES)):
            with self.subTest(one.name):
                self.assertEqual(complaints, [])
                self.assertEqual(said, one.says)

    def test_none_takes_much_memory(self):
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, LARGEST)

    def test_names_are_unique(self):
        names = [one.name for one in themes.CASES]
        self.assertEqual(len(names), len(set(names)))
        self.assertGreater(len(names), 60)


def show(words):
    cases = [one for one in themes.CASES if any(word in one.name for word in words)]
    for one, (said, complaints) in zip(cases, attempt_all(cases)):
        print(f"{'as expected' if said == one.says and not complaints else 'OTHERWISE'}: {one.name}\n{said}")
        print("".join(f"!! {complaint}\n" for complaint in complaints))


if len(sys.argv) > 2:
    show(sys.argv[2:])
else:
    unittest.main(argv=sys.argv[:1])
