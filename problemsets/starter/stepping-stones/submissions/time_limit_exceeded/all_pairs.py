# SPDX-License-Identifier: GPL-3.0-or-later
# Looks at all earlier stones for each stone.
import sys

heights = list(map(int, sys.stdin.read().split()[1:]))
most = []
for i, height in enumerate(heights):
    most.append(1 + max((most[j] for j in range(i) if heights[j] < height), default=0))
print(max(most))
