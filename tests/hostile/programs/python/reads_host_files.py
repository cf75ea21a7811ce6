# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: opens what is the host's
# expect: exited 0
# output: 1.ans: refused ENOENT
# output: /etc/shadow: refused ENOENT
# output: /root: refused ENOENT
# output: /home: refused ENOENT
# output: /etc/machine-id: refused ENOENT
# output: /proc/1/environ: refused EACCES
# output: /proc/1/root: refused EACCES
# output[no-namespaces]: 1.ans: refused EACCES
# output[no-namespaces]: /etc/shadow: refused EACCES
# output[no-namespaces]: /root: refused EACCES
# output[no-namespaces]: /home: refused EACCES
# output[no-namespaces]: /etc/machine-id: refused EACCES | /etc/machine-id: refused ENOENT
# output[no-namespaces]: /proc/1/environ: refused EACCES
# output[no-namespaces]: /proc/1/root: refused EACCES
import errno
import os


def attempt(name, action, path):
    try:
        action(path)
        print(name + ": allowed")
    except OSError as error:
        print(name + ": refused", errno.errorcode[error.errno])


attempt("1.ans", open, os.environ["HOSTILE_SECRET"] + "/1.ans")
attempt("/etc/shadow", open, "/etc/shadow")
for folder in ("/root", "/home"):
    attempt(folder, os.listdir, folder)
attempt("/etc/machine-id", open, "/etc/machine-id")
attempt("/proc/1/environ", lambda path: open(path).read(), "/proc/1/environ")
attempt("/proc/1/root", os.listdir, "/proc/1/root")
