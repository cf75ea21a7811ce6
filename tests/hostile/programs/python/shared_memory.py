# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: takes 48 MiB of shared memory, which is three times the file space
# expect: signalled SIGBUS
# output: 1 GiB: refused EFBIG
# expect[no-namespaces]: exited 1
# output[no-namespaces]: 1 GiB: refused EACCES
import errno
from multiprocessing.shared_memory import SharedMemory

try:
    SharedMemory(create=True, size=1 << 30)
except OSError as error:
    print("1 GiB: refused", errno.errorcode[error.errno], flush=True)
blocks = []
for _ in range(4):
    blocks.append(SharedMemory(create=True, size=12 << 20))
    blocks[-1].buf[:] = bytes(12 << 20)
