// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reaches the host of the virtual machine
// expect: exited 0
// output: stream: refused EPERM
// output: datagram: refused EPERM
// blocked: socket
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    report("stream", socket(AF_VSOCK, SOCK_STREAM, 0));
    report("datagram", socket(AF_VSOCK, SOCK_DGRAM, 0));
    return 0;
}
