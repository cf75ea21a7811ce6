# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: sleeps for ever
# expect: stopped wall idle
# wall-ms: 500
import time

time.sleep(1000)
