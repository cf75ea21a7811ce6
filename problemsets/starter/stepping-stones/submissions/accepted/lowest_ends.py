# SPDX-License-Identifier: GPL-3.0-or-later
import sys
from bisect import bisect_left

ends = []
for height in map(int, sys.stdin.read().split()[1:]):
    at = bisect_left(ends, height)
    ends[at:at + 1] = [height]
print(len(ends))
