# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: forks for ever, and so do its children
# expect: stopped cpu | stopped wall
# cpu-ms: 400
# wall-ms: 1000
# memory-mib: 256
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
