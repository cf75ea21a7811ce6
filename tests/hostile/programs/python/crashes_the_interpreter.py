# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: reads from address 0
# expect: signalled SIGSEGV
import ctypes

ctypes.string_at(0)
