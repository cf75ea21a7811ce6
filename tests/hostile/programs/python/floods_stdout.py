# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: writes lines to stdout for ever
# expect: stopped output
while True:
    print("all work and no play")
