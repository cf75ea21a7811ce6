// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks what it was given open: streams, and nothing that belongs to a file system but the input
// expect: exited 0
// input: hello
// output: 0: file, 0 links, for reading
// output: 1: pipe, 1 links, for writing
// output: 2: pipe, 1 links, for writing
#include "hostile.h"

int main(void) {
    for (int descriptor = 0; descriptor < 65536; ++descriptor) {
        struct stat status;
        if (fstat(descriptor, &status) == 0) {
            const char* kind = S_ISFIFO(status.st_mode)   ? "pipe"
                               : S_ISREG(status.st_mode)  ? "file"
                               : S_ISDIR(status.st_mode)  ? "folder"
                               : S_ISCHR(status.st_mode)  ? "device"
                               : S_ISSOCK(status.st_mode) ? "socket"
                                                          : "other";
            static const char* Modes[] = {"reading", "writing", "both"};
            printf("%d: %s, %ld links, for %s\n", descriptor, kind, (long)status.st_nlink,
                   Modes[fcntl(descriptor, F_GETFL) & O_ACCMODE]);
        }
    }
    return 0;
}
