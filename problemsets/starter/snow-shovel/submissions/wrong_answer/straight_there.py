# SPDX-License-Identifier: GPL-3.0-or-later
# Counts rows and columns between the two and looks at no heap.
import sys

lines = sys.stdin.read().split()[2:]
(row, column), = [(i, line.index("S")) for i, line in enumerate(lines) if "S" in line]
(to_row, to_column), = [(i, line.index("B")) for i, line in enumerate(lines) if "B" in line]
print(abs(row - to_row) + abs(column - to_column))
