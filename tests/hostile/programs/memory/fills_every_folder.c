// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: fills /tmp, /dev/shm and /work, hoping that each has its own room
// expect: exited 0
// output: within bounds
// file-space-kib: 8192
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    static const char* Places[] = {"/tmp/x", "/dev/shm/x", "/work/x", "x"};
    long written = 0;
    signal(SIGXFSZ, SIG_IGN);
    for (int i = 0; i < 4; ++i) {
        const int file = open(Places[i], O_CREAT | O_WRONLY, 0600);
        for (long got = 0; (got = write(file, block, sizeof block)) > 0;) {
            written += got;
        }
    }
    printf(written <= 8 << 20 ? "within bounds\n" : "%ld bytes\n", written);
    return 0;
}
