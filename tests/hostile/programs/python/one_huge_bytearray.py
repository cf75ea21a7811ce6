# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: asks for 1 GiB at once
# expect: stopped memory
# memory-mib: 48
print(len(bytearray(1 << 30)))
