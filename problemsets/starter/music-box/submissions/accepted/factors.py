# SPDX-License-Identifier: GPL-3.0-or-later
# Walks from left to right and keeps how often a note at the present depth is played.
import re

factors = [1]
notes = 0
for number, bracket, letter in re.findall(r"(\d+)(\()|([a-z)])", input()):
    if bracket:
        factors.append(factors[-1] * int(number))
    elif letter == ")":
        factors.pop()
    else:
        notes += factors[-1]
print(notes)
