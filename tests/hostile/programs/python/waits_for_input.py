# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: reads from an input that never comes
# expect: stopped wall idle
# wall-ms: 500
# input-pipe: open
input()
