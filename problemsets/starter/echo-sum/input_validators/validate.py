#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 42 when standard input is a valid input file."""
import re
import sys

text = sys.stdin.read()
words = text.split()
well_formed = re.fullmatch(r"[1-9]\d*\n(-?\d+[ \n])*", text) and text.endswith("\n")
if not well_formed or any(word != str(int(word)) for word in words):
    sys.exit("numbers, single blanks and ends of lines only")
count, numbers = int(words[0]), list(map(int, words[1:]))
if not 1 <= count <= 100_000 or len(numbers) != count:
    sys.exit("n is wrong")
if any(abs(number) > 10**12 for number in numbers):
    sys.exit("a number is too large")
sys.exit(42)
