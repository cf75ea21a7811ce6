# SPDX-License-Identifier: GPL-3.0-or-later
# Distances from the start and from the bakery over free squares; a cleared heap joins the two.
import sys


def distances(village, width, start):
    steps = [-1] * len(village)
    steps[start] = 0
    front = [start]
    while front:
        following = []
        for place in front:
            for neighbour in (place + 1, place - 1, place + width, place - width):
                if steps[neighbour] < 0 and village[neighbour] != "X":
                    steps[neighbour] = steps[place] + 1
                    if village[neighbour] != "#":
                        following.append(neighbour)
        front = following
    return steps


lines = sys.stdin.read().split()
width = int(lines[1]) + 2
village = "X" * width + "".join("X" + line + "X" for line in lines[2:]) + "X" * width
there = distances(village, width, village.index("S"))
back = distances(village, width, village.index("B"))
sums = [a + b for a, b in zip(there, back) if a >= 0 and b >= 0]
print(min(sums, default=-1))
