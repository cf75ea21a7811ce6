// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens a socket of every family that there could be
// expect: exited 0
// output: opened: 1
// output[no-namespaces]: opened:
// blocked: socket
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    static const int Kinds[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_RAW, SOCK_RDM};
    printf("opened:");
    for (int family = 0; family < 64; ++family) {
        int opened = 0;
        for (size_t kind = 0; kind < sizeof Kinds / sizeof Kinds[0]; ++kind) {
            const int made = socket(family, Kinds[kind], 0);
            opened += made >= 0;
            close(made);
        }
        if (opened > 0) {
            printf(" %d", family);
        }
    }
    printf("\n");
    return 0;
}
