// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: fills its working folder
// expect: exited 0
// output: write: refused ENOSPC
// Without a tmpfs of its own, each file is bounded, but not all of them together.
// expect[no-namespaces]: exited 1
// output[no-namespaces]: write: allowed
// file-space-kib: 8192
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    signal(SIGXFSZ, SIG_IGN);
    for (int file = 0; file < 8; ++file) {
        char name[20];
        sprintf(name, "file%d", file);
        const int opened = open(name, O_CREAT | O_WRONLY, 0600);
        for (int i = 0; i < 64; ++i) {
            if (write(opened, block, sizeof block) < 0) {
                report("write", -1);
                return 0;
            }
        }
    }
    report("write", 0);
    return 1;
}
