# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: takes a text for its exit code
# expect: exited 1
# output:
import sys

sys.exit("0")
