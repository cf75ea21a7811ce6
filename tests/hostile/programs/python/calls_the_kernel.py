# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: makes system calls that the library has no function for
# expect: exited 0
# output: ptrace: refused EPERM
# output: mount: refused EPERM
# output: unshare: refused EPERM
# output: setuid: refused EINVAL
# output[no-namespaces]: ptrace: refused EPERM
# output[no-namespaces]: mount: refused EPERM
# output[no-namespaces]: unshare: refused EPERM
# output[no-namespaces]: setuid: refused EPERM
# blocked: ptrace mount unshare
import ctypes
import errno

library = ctypes.CDLL(None, use_errno=True)


def attempt(name, *arguments):
    if getattr(library, name)(*arguments) == -1:
        print(name + ": refused", errno.errorcode[ctypes.get_errno()])
    else:
        print(name + ": allowed")


attempt("ptrace", 16, 1, None, None)
attempt("mount", b"none", b"/work", b"tmpfs", 0, None)
attempt("unshare", 0x10000000)
attempt("setuid", 0)
