# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: writes what is no text
# expect: exited 0
import sys

sys.stdout.buffer.write(bytes(range(256)) + b"\xc0\x80\xed\xa0\x80\xf5\xff\r\x1b]0;title\x07\n")
