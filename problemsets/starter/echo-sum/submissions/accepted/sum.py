# SPDX-License-Identifier: GPL-3.0-or-later
import sys

numbers = sys.stdin.read().split()
print(sum(map(int, numbers[1:int(numbers[0]) + 1])))
