# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: starts to compute when it has ended
# expect: stopped cpu
# cpu-ms: 300
import atexit


@atexit.register
def spin():
    while True:
        pass
