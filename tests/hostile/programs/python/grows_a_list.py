# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: lets a list grow for ever
# expect: stopped memory
# memory-mib: 48
numbers = []
while True:
    numbers.append(len(numbers))
