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


def lines(numbers, per_line):
    rows = (numbers[i:i + per_line] for i in range(0, len(numbers), per_line))
    return "".join(" ".join(map(str, row)) + "\n" for row in rows)


def case(name, numbers, per_line=10**9):
    write(name, f"{len(numbers)}\n" + lines(numbers, per_line), sum(numbers))


draw = random.Random(1)
big = 10**12
case("sample/1", [3, 4, -2])
case("sample/2", [1000000000000, 1000000000000, 7, -8, 9], 2)
case("secret/01-one", [0])
case("secret/02-one-negative", [-big])
case("secret/03-cancels", [big, -big] * 50)
case("secret/04-small", [draw.randint(-9, 9) for _ in range(100)])
case("secret/05-just-over-32-bits", [2**31 - 1, 1])
case("secret/06-just-under-32-bits", [-2**31, -1])
case("secret/07-one-a-line", [draw.randint(-big, big) for _ in range(500)], 1)
case("secret/08-uneven-lines", [draw.randint(-10**6, 10**6) for _ in range(1000)], 7)
case("secret/09-large-positive", [big] * 10000, 100)
case("secret/10-large-negative", [-big] * 10000, 100)
case("secret/11-most-numbers", [draw.randint(-999, 999) for _ in range(100000)], 50)
case("secret/12-most-numbers-one-line", [draw.randint(0, 99) for _ in range(100000)])
