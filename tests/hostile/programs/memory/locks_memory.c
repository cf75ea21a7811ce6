// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps memory from ever being taken back
// expect: exited 0
// output: mlock: refused EPERM | mlock: refused ENOMEM
// output: mlockall: refused EPERM | mlockall: refused ENOMEM
// output: locked mapping: refused EPERM | locked mapping: refused EAGAIN
// output: secret memory: refused EAGAIN | secret memory: refused ENOSYS | secret memory: refused EPERM
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    report("mlock", mlock(block, sizeof block));
    report("mlockall", mlockall(MCL_CURRENT | MCL_FUTURE));
    void* memory = mmap(NULL, mib(1), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
    report("locked mapping", memory == MAP_FAILED ? -1 : 0);
    const long file = syscall(447, 0); // memfd_secret
    if (file >= 0) {
        ftruncate(file, mib(1));
        memory = mmap(NULL, mib(1), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    }
    report("secret memory", file < 0 || memory == MAP_FAILED ? -1 : 0);
    return 0;
}
