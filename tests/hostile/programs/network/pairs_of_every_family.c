// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes a pair of sockets of every family, to have the kernel load its code
// expect: exited 0
// output: made: 1
// output[no-namespaces]: made: 1 | made:
// blocked: socketpair
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    printf("made:");
    for (int family = 0; family < 64; ++family) {
        int ends[2];
        if (socketpair(family, SOCK_STREAM, 0, ends) == 0 || socketpair(family, SOCK_SEQPACKET, 0, ends) == 0) {
            printf(" %d", family);
        }
    }
    printf("\n");
    return 0;
}
