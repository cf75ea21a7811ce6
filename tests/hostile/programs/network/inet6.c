// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens IPv6 sockets of every kind
// expect: exited 0
// output: tcp: refused EPERM
// output: udp: refused EPERM
// output: raw: refused EPERM
// blocked: socket
#include "hostile.h"

#include <netinet/in.h>
#include <sys/socket.h>

int main(void) {
    report("tcp", socket(AF_INET6, SOCK_STREAM, 0));
    report("udp", socket(AF_INET6, SOCK_DGRAM, 0));
    report("raw", socket(AF_INET6, SOCK_RAW, IPPROTO_TCP));
    return 0;
}
