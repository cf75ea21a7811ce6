# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: sends SIGKILL to every process that it may reach
# expect: exited 0
# output: everything: refused ESRCH
# output[no-namespaces]: everything: allowed
#
# The kernel calls it a success when there are other processes, all of which it had to spare.
import errno
import os
import signal

try:
    os.kill(-1, signal.SIGKILL)
    print("everything: allowed")
except OSError as error:
    print("everything: refused", errno.errorcode[error.errno])
