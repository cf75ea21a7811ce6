// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: fills shared memory piece by piece and takes each piece out of its own sight, where it yet remains
// Without a cgroup nobody counts it: the wall limit ends it, and then it is gone.
// expect: stopped memory
// expect[no-cgroup]: stopped memory | stopped wall *
// expect[no-namespaces]: stopped memory | stopped wall *
// memory-mib: 32
// wall-ms: 1500
#include "hostile.h"

int main(void) {
    char* block = mmap(NULL, mib(200), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (size_t i = 0; i < 200; ++i) {
        touch(block + mib(i), mib(1));
        madvise(block + mib(i), mib(1), MADV_DONTNEED);
    }
    sleepForEver();
}
