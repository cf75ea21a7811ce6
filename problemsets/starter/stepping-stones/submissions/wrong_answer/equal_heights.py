# SPDX-License-Identifier: GPL-3.0-or-later
# Leaps to stones of the same height, too.
import sys
from bisect import bisect_right

ends = []
for height in map(int, sys.stdin.read().split()[1:]):
    at = bisect_right(ends, height)
    ends[at:at + 1] = [height]
print(len(ends))
