#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 42 when standard input is a valid input file."""
import re
import sys

strip = sys.stdin.read()
if not re.fullmatch(r"[a-z0-9()]{1,100000}\n", strip):
    sys.exit("one line of lower-case letters, digits and brackets")
stack = []
notes = 0
at = 0
for match in re.finditer(r"([1-9]\d*)\(|([a-z])|(\))", strip[:-1]):
    if match.start() != at:
        sys.exit(f"column {at + 1} is not to be understood")
    at = match.end()
    number, letter, closing = match.groups()
    if number:
        if not 2 <= int(number) <= 10**9:
            sys.exit("a number is out of range")
        stack.append((notes, int(number)))
        notes = 0
    elif letter:
        notes += 1
    else:
        if not stack or notes == 0:
            sys.exit("a bracket closes that isn't open, or is empty")
        before, factor = stack.pop()
        notes = before + factor * notes
if stack or at != len(strip) - 1:
    sys.exit("a bracket stays open, or the end is not to be understood")
if not 1 <= notes <= 10**18:
    sys.exit("too many notes")
sys.exit(42)
