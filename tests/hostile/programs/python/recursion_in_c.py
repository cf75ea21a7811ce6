# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: calls itself by way of the interpreter's own functions, without a limit
# expect: signalled SIGSEGV | stopped memory | exited 1
# memory-mib: 24
import sys

sys.setrecursionlimit(2**31 - 1)


class Shown:
    def __repr__(self):
        return repr([self])


print(Shown())
