# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: ends with a code that no process can have
# expect: exited 255
import sys

sys.exit(-1)
