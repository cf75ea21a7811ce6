# SPDX-License-Identifier: GPL-3.0-or-later
# Brackets at least double, so there are never more than 59 within each other.
strip = input()
at = 0


def play():
    global at
    notes = 0
    number = 0
    while at < len(strip) and strip[at] != ")":
        c = strip[at]
        at += 1
        if c.isdigit():
            number = number * 10 + int(c)
        elif c == "(":
            notes += number * play()
            at += 1
            number = 0
        else:
            notes += 1
    return notes


print(play())
