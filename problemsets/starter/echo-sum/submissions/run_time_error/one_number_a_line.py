# SPDX-License-Identifier: GPL-3.0-or-later
# Takes it that each number has a line to itself.
print(sum(int(input()) for _ in range(int(input()))))
