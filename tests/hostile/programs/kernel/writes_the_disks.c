// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes the machine write all that it has not yet written, over and over
// expect: exited 0
// blocked: sync syncfs
// output: sync: refused EPERM
// output: syncfs of /usr: refused EPERM
// output: fsync of its own: allowed
#include "hostile.h"

int main(void) {
    report("sync", syscall(SYS_sync));
    report("syncfs of /usr", syncfs(open("/usr", O_RDONLY | O_DIRECTORY)));
    const int own = open("x", O_CREAT | O_RDWR, 0600);
    report("fsync of its own", fsync(own));
    return 0;
}
