// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has as many mappings as the kernel allows in each of its processes, so that whoever adds them up takes long
// expect: stopped wall | stopped cpu | stopped memory
// memory-mib: 64
// cpu-ms: 3000
// wall-ms: 1500
#include "hostile.h"

int main(void) {
    for (int i = 0; i < 60000; ++i) {
        mmap(NULL, 4096, i % 2 == 0 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }
    for (int child = 0; child < 8; ++child) {
        if (fork() == 0) {
            break;
        }
    }
    sleepForEver();
}
