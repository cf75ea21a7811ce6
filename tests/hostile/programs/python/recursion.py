# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: calls itself for ever
# expect: exited 1
def descend():
    descend()


descend()
