# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: opens sockets, and asks for a page
# expect: exited 0
# output: inet: refused EPERM
# output: inet6: refused EPERM
# output: packet: refused EPERM
# output: page: refused
# blocked: socket
import errno
import socket
import urllib.request

for name, family in (("inet", socket.AF_INET), ("inet6", socket.AF_INET6), ("packet", socket.AF_PACKET)):
    try:
        socket.socket(family, socket.SOCK_DGRAM)
        print(name + ": allowed")
    except OSError as error:
        print(name + ": refused", errno.errorcode[error.errno])
try:
    urllib.request.urlopen("http://127.0.0.1/", timeout=1)
    print("page: allowed")
except OSError:
    print("page: refused")
