// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: fills a file that it has deleted, so that no listing shows it
// expect: exited 0
// output: within bounds
// Without a tmpfs of its own, each file is bounded, but not all of them together.
// output[no-namespaces]: 33554432 bytes
// file-space-kib: 8192
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    signal(SIGXFSZ, SIG_IGN);
    long written = 0;
    for (int i = 0; i < 4; ++i) {
        const int file = open("x", O_CREAT | O_WRONLY, 0600);
        unlink("x");
        for (long got = 0; (got = write(file, block, sizeof block)) > 0;) {
            written += got;
        }
    }
    printf(written <= 8 << 20 ? "within bounds\n" : "%ld bytes\n", written);
    return 0;
}
