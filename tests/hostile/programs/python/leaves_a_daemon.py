# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: leaves a sleeping process behind in a session of its own
# expect: exited 0
# survivors: 1
import os
import time

if os.fork() == 0:
    os.setsid()
    time.sleep(1000)
os._exit(0)
