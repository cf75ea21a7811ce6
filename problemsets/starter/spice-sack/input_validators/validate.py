#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 42 when standard input is a valid input file."""
import re
import sys

lines = sys.stdin.read().split("\n")
number = r"(0|[1-9]\d*)"
if lines.pop() != "" or not all(re.fullmatch(f"{number} {number}", line) for line in lines) or not lines:
    sys.exit("two numbers a line")
(count, room), *spices = [tuple(map(int, line.split())) for line in lines]
if not (1 <= count <= 50_000 and 1 <= room <= 10**9 and len(spices) == count):
    sys.exit("n or w is wrong")
if not all(1 <= grams <= 10**6 and 0 <= coins <= 10**6 for grams, coins in spices):
    sys.exit("a spice is out of range")
sys.exit(42)
