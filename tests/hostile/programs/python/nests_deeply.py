# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: has the interpreter compile an expression that is too deep for it
# expect: exited 1 | signalled SIGSEGV | stopped memory
# memory-mib: 64
eval("-" * 1000000 + "1")
