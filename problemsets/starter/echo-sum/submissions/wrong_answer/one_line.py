# SPDX-License-Identifier: GPL-3.0-or-later
# Takes it that all numbers stand in the second line.
input()
print(sum(map(int, input().split())))
