// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes devices of its own
// expect: exited 0
// output: memory: refused EACCES
// output: null: refused EACCES
// output: first disk: refused EACCES
// output: whiteout: refused EACCES
// output: memory in /dev: refused EROFS
// output: memory in /dev/shm: refused EACCES
// output[no-namespaces]: memory: refused EACCES
// output[no-namespaces]: null: refused EACCES
// output[no-namespaces]: first disk: refused EACCES
// output[no-namespaces]: whiteout: refused EACCES
// output[no-namespaces]: memory in /dev: refused EACCES
// output[no-namespaces]: memory in /dev/shm: refused EACCES
#include "hostile.h"

#include <sys/sysmacros.h>

int main(void) {
    report("memory", mknod("mem", S_IFCHR | 0666, makedev(1, 1)));
    report("null", mknod("null", S_IFCHR | 0666, makedev(1, 3)));
    report("first disk", mknod("disk", S_IFBLK | 0666, makedev(8, 0)));
    report("whiteout", mknod("whiteout", S_IFCHR, makedev(0, 0)));
    report("memory in /dev", mknod("/dev/mem", S_IFCHR | 0666, makedev(1, 1)));
    report("memory in /dev/shm", mknod("/dev/shm/mem", S_IFCHR | 0666, makedev(1, 1)));
    return 0;
}
