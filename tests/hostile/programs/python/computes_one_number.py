# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: computes a number that doesn't come to an end, deaf to signals meanwhile
# expect: stopped cpu
# cpu-ms: 300
print(9**9**9)
