# SPDX-License-Identifier: GPL-3.0-or-later
"""All cases."""
from hostile import damaged_archives, entry_names, other_formats, problem_files, programs, test_data

CASES = [*entry_names.CASES, *entry_names.LINKS, *damaged_archives.CASES, *problem_files.CASES, *test_data.CASES,
         *test_data.GROUPS, *programs.VALIDATORS, *programs.SUBMISSIONS, *programs.GENERATORS, *other_formats.POLYGON,
         *other_formats.COMPANION, *other_formats.PACKS]
