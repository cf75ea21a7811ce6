// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps data in as many pipes as it may have, each as large as it may be
// expect: exited 0 | stopped memory
// memory-mib: 32
// wall-ms: 3000
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    static char block[1 << 20];
    for (int i = 0; i < 500; ++i) {
        int ends[2];
        if (pipe2(ends, O_NONBLOCK) != 0) {
            break;
        }
        fcntl(ends[1], F_SETPIPE_SZ, sizeof block);
        write(ends[1], block, sizeof block);
    }
    return 0;
}
