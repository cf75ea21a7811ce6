// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks the kernel for its network and devices
// expect: exited 0
// output: route: refused EPERM
// output: uevent: refused EPERM
// output: audit: refused EPERM
// blocked: socket
#include "hostile.h"

#include <linux/netlink.h>
#include <sys/socket.h>

int main(void) {
    report("route", socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
    report("uevent", socket(AF_NETLINK, SOCK_RAW, NETLINK_KOBJECT_UEVENT));
    report("audit", socket(AF_NETLINK, SOCK_RAW, NETLINK_AUDIT));
    return 0;
}
