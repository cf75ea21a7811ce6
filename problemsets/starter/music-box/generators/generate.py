#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/sample and data/secret. Run it anywhere: ./generate.py"""
import random
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


def write(name, given, answer):
    path = DATA / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".in").write_text(given)
    path.with_suffix(".ans").write_text(f"{answer}\n")


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def notes(strip):
    """Counts from the inside out: a number for each closed bracket, then for the whole."""
    stack = [0]
    number = ""
    for c in strip:
        if c.isdigit():
            number += c
        elif c == "(":
            stack += [int(number), 0]
            number = ""
        elif c == ")":
            inner = stack.pop()
            factor = stack.pop()
            stack[-1] += inner * factor
        else:
            stack[-1] += 1
    return stack[0]


def case(name, strip):
    assert notes(strip) <= 10**18 and len(strip) <= 100_000
    write(name, strip + "\n", notes(strip))


def tune(draw, length):
    return "".join(draw.choice(LETTERS) for _ in range(length))


def nested(draw, depth, most):
    """Brackets within brackets, as long as at most `most` notes are left for each."""
    strip = tune(draw, draw.randint(1, 3))
    while most >= 4 and draw.random() < 0.8:
        factor = draw.randint(2, min(30, most // 2))
        inner = nested(draw, depth - 1, most // factor // 8) if depth else "x"
        strip += f"{factor}({inner})" + tune(draw, draw.randint(0, 2))
        most //= 8
    return strip


draw = random.Random(2)
case("sample/1", "3(ab)")
case("sample/2", "2(a3(b))c")
case("sample/3", "ode12(to)joy")
case("secret/01-one-note", "q")
case("secret/02-no-brackets", tune(draw, 1000))
case("secret/03-siblings", "2(a)3(b)4(cd)e")
case("secret/04-within", "2(3(4(5(z))))")
case("secret/05-two-digits", "10(a)25(bc)99(d)")
case("secret/06-most-repetitions", "1000000000(a)")
case("secret/07-most-notes", "1000000000(1000000000(n))")
case("secret/08-over-32-bits", "65536(65536(ab)c)d")
case("secret/09-mixed", nested(draw, 4, 10**12))
case("secret/10-mixed", nested(draw, 6, 10**16))
case("secret/11-many-siblings", "".join(f"{draw.randint(2, 99)}({draw.choice(LETTERS)})" for _ in range(19000)))
case("secret/12-long", tune(draw, 100_000))
# Each bracket at least doubles its notes, so none can lie deeper than this.
case("secret/13-deep", "2(" * 59 + "z" + ")" * 59)
case("secret/14-comb", "".join("7(" + tune(draw, 3) + "2(" + tune(draw, 2) + "))" for _ in range(8000)))
