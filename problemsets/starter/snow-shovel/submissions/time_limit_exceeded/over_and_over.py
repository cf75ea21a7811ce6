# SPDX-License-Identifier: GPL-3.0-or-later
# Goes over the whole village again and again until no distance gets any smaller.
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
village = lines[2:]
far = 10**9
steps = [[[far, far] for _ in range(columns)] for _ in range(rows)]
for row in range(rows):
    for column in range(columns):
        if village[row][column] == "S":
            steps[row][column][0] = 0
        if village[row][column] == "B":
            bakery = steps[row][column]
changed = True
while changed:
    changed = False
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            for r, c in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                if 0 <= r < rows and 0 <= c < columns:
                    heap = village[row][column] == "#"
                    for broken in range(2):
                        before = broken - heap
                        if before >= 0 and steps[r][c][before] + 1 < steps[row][column][broken]:
                            steps[row][column][broken] = steps[r][c][before] + 1
                            changed = True
print(min(bakery) if min(bakery) < far else -1)
