// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reaches the kernel's ciphers, where exploits have begun
// expect: exited 0
// output: alg: refused EPERM
// blocked: socket
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    report("alg", socket(AF_ALG, SOCK_SEQPACKET, 0));
    return 0;
}
