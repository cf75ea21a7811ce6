# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: writes to 200 MiB of shared memory that has no name
# expect: stopped memory
# memory-mib: 48
import mmap

memory = mmap.mmap(-1, 200 << 20)
for page in range(0, len(memory), mmap.PAGESIZE):
    memory[page] = 1
