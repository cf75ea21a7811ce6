#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 42 when standard input is a valid input file."""
import re
import sys

text = sys.stdin.read()
number = r"[1-9]\d*"
if not re.fullmatch(rf"{number}\n{number}( {number})*\n", text):
    sys.exit("n, then one line of numbers")
count, *heights = map(int, text.split())
if not 1 <= count <= 200_000 or len(heights) != count:
    sys.exit("n is wrong")
if max(heights) > 10**6:
    sys.exit("a stone is too high")
sys.exit(42)
