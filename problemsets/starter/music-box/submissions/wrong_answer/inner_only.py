# SPDX-License-Identifier: GPL-3.0-or-later
# Forgets that a bracket within a bracket is repeated by both numbers.
import re

notes = 0
factor = 1
for number, bracket, letter in re.findall(r"(\d+)(\()|([a-z)])", input()):
    if bracket:
        factor = int(number)
    elif letter == ")":
        factor = 1
    else:
        notes += factor
print(notes)
