# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: doubles a string of bytes for ever
# expect: stopped memory
# memory-mib: 48
block = b"x"
while True:
    block += block
