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


def stones(heights):
    """A tree of maxima over the heights: the longest way that ends lower than a stone, plus the stone."""
    size = 1 << (max(heights) + 1).bit_length()
    best = [0] * (size + 1)
    longest = 0
    for height in heights:
        way, at = 0, height - 1
        while at > 0:
            way = max(way, best[at])
            at -= at & -at
        way += 1
        longest = max(longest, way)
        at = height
        while at <= size:
            best[at] = max(best[at], way)
            at += at & -at
    return longest


def case(name, heights):
    write(name, f"{len(heights)}\n" + " ".join(map(str, heights)) + "\n", stones(heights))


def drifting(draw, count, rise, noise):
    """Heights that rise on the whole and jump about as they do."""
    return [max(1, min(10**6, i * rise // count + draw.randint(1, noise))) for i in range(count)]


draw = random.Random(5)
case("sample/1", [3, 1, 4, 1, 5, 9, 2, 6])
case("sample/2", [7, 7, 7])
case("secret/01-one", [1000000])
case("secret/02-two-down", [2, 1])
case("secret/03-two-alike", [5, 5])
case("secret/04-bait", [1, 100, 2, 3, 4, 5, 99, 6, 7])
case("secret/05-late-start", [900] * 150 + list(range(1, 200)))
case("secret/06-alike-in-groups", [height for height in range(1, 100) for _ in range(10)])
case("secret/07-small", [draw.randint(1, 20) for _ in range(30)])
case("secret/08-falling", list(range(5000, 0, -1)))
case("secret/09-random", [draw.randint(1, 10**6) for _ in range(5000)])
case("secret/10-saw", [i % 100 * 50 + i // 100 + 1 for i in range(5000)] + [1] * 10)
case("secret/11-most-rising", [1 + i // 250 for i in range(200_000)])
case("secret/12-most-drifting", drifting(draw, 200_000, 90_000, 9_999))
case("secret/13-most-few-heights", [draw.randint(1, 9) for _ in range(200_000)])
