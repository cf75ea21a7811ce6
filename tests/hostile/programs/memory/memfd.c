// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps 200 MiB in files that have neither name nor folder
// expect: stopped memory
// expect[no-cgroup]: stopped memory | exited 0
// output[no-cgroup]: memfd: refused ENOSYS | memfd: refused EPERM
// expect[no-namespaces]: stopped memory | exited 0
// output[no-namespaces]: memfd: refused ENOSYS | memfd: refused EPERM
// memory-mib: 32
// wall-ms: 1500
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    for (int i = 0; i < 20; ++i) {
        const int file = memfd_create("x", 0);
        if (file < 0) {
            report("memfd", file);
            return 0;
        }
        for (int j = 0; j < 10; ++j) {
            write(file, block, sizeof block);
        }
    }
    sleepForEver();
}
