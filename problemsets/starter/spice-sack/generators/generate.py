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


from fractions import Fraction


def coins(room, spices):
    """Exactly, with fractions: the best spices per gram first."""
    total = Fraction(0)
    for grams, price in sorted(spices, key=lambda spice: Fraction(spice[1], spice[0]), reverse=True):
        taken = min(grams, room)
        total += Fraction(price * taken, grams)
        room -= taken
        if room == 0:
            break
    return f"{float(total):.9f}"


def case(name, room, spices):
    given = f"{len(spices)} {room}\n" + "".join(f"{grams} {price}\n" for grams, price in spices)
    write(name, given, coins(room, spices))


def spices(draw, count, most_grams, most_coins):
    return [(draw.randint(1, most_grams), draw.randint(0, most_coins)) for _ in range(count)]


draw = random.Random(3)
case("sample/1", 50, [(10, 60), (20, 100), (30, 120)])
case("sample/2", 10, [(3, 2), (4, 0)])
case("sample/3", 1, [(3, 1)])
case("secret/01-one-fits", 10, [(10, 7)])
case("secret/02-one-third", 1, [(3, 1000000), (1000000, 1)])
case("secret/03-worthless", 1000, [(5, 0), (7, 0)])
case("secret/04-heavy-and-dear", 100, [(1000, 1000), (10, 90), (90, 800)])
case("secret/05-equal-worth", 7, [(2, 4), (3, 6), (5, 10)])
case("secret/06-small", 100, spices(draw, 20, 30, 50))
case("secret/07-all-fits", 10**9, spices(draw, 1000, 10**5, 10**6))
case("secret/08-room-for-one-gram", 1, spices(draw, 1000, 10**6, 10**6))
case("secret/09-close-worths", 5 * 10**8, [(999_000 + draw.randint(0, 999), 999_000 + draw.randint(0, 999))
                                           for _ in range(1000)])
case("secret/10-medium", 10**7, spices(draw, 5000, 10**4, 10**6))
case("secret/11-most", 10**9, spices(draw, 50_000, 10**6, 10**6))
case("secret/12-most-light", 10**6, spices(draw, 50_000, 99, 999))
