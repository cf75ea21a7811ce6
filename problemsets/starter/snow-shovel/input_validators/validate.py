#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 42 when standard input is a valid input file."""
import re
import sys

lines = sys.stdin.read().split("\n")
if lines.pop() != "" or not lines or not re.fullmatch(r"[1-9]\d* [1-9]\d*", lines[0]):
    sys.exit("two numbers in the first line")
rows, columns = map(int, lines[0].split())
village = lines[1:]
if not (rows <= 300 and columns <= 300 and rows * columns >= 2 and len(village) == rows):
    sys.exit("r or c is wrong")
if not all(re.fullmatch(r"[.#SB]{%d}" % columns, line) for line in village):
    sys.exit("a line of the village is wrong")
if "".join(village).count("S") != 1 or "".join(village).count("B") != 1:
    sys.exit("exactly one S and one B")
sys.exit(42)
