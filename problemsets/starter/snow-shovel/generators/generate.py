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


def steps(village):
    """Breadth-first over (row, column, shovel used), in rounds of one step."""
    place, = [(r, line.index("S"), False) for r, line in enumerate(village) if "S" in line]
    seen = {place}
    front = [place]
    done = 0
    while front:
        following = []
        for r, c, used in front:
            if village[r][c] == "B":
                return done
            for row, column in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if 0 <= row < len(village) and 0 <= column < len(village[0]):
                    heap = village[row][column] == "#"
                    state = (row, column, used or heap)
                    if not (used and heap) and state not in seen:
                        seen.add(state)
                        following.append(state)
        front = following
        done += 1
    return -1


def case(name, village):
    write(name, f"{len(village)} {len(village[0])}\n" + "\n".join(village) + "\n", steps(village))


def put(village, row, column, letter):
    village[row] = village[row][:column] + letter + village[row][column + 1:]


def scattered(draw, rows, columns, heaps):
    village = ["".join("#" if draw.random() < heaps else "." for _ in range(columns)) for _ in range(rows)]
    put(village, 0, 0, "S")
    put(village, rows - 1, columns - 1, "B")
    return village


def winding(rows, columns, thickness):
    """A way to and fro between walls that are `thickness` heaps thick."""
    village = []
    left = False
    while len(village) < rows:
        village.append("." * columns)
        gap = "." + "#" * (columns - 1) if left else "#" * (columns - 1) + "."
        village += [gap] * thickness
        left = not left
    village = village[:rows]
    if village[-1].count("#"):
        village[-1] = "." * columns
    put(village, 0, 0, "S")
    put(village, rows - 1, 0 if left else columns - 1, "B")
    return village


draw = random.Random(4)
case("sample/1", ["S.#.", ".###", "...B"])
case("sample/2", ["S#B"])
case("sample/3", ["S##B", "####"])
case("secret/01-next-to-it", ["SB"])
case("secret/02-column", list("S.#..B"))
case("secret/03-two-heaps", ["S.##.B"])
case("secret/04-save-the-shovel", ["S.....", "#####.", "......", ".#####", "..#..B", "######"])
case("secret/05-too-early", ["S#....", ".####.", ".#..#.", "....##", "######", "B....."])
case("secret/06-walled-in", ["###.#", "#S###", "###.B"])
case("secret/07-bakery-walled-in", ["S....", "..###", "..#B#", "..###"])
case("secret/08-open", ["S" + "." * 299] + ["." * 300] * 298 + ["." * 299 + "B"])
case("secret/09-scattered-few", scattered(draw, 100, 120, 0.25))
case("secret/10-scattered-many", scattered(draw, 60, 60, 0.38))
case("secret/11-all-heaps", ["S" + "#" * 299] + ["#" * 300] * 298 + ["#" * 299 + "B"])
case("secret/12-winding-thin", winding(299, 300, 1))
case("secret/13-winding-thick", winding(300, 299, 2))
case("secret/14-scattered-large", scattered(draw, 300, 300, 0.3))
case("secret/15-one-row", ["B" + "." * 150 + "#" + "." * 147 + "S"])
