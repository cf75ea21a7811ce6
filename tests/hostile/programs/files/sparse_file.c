// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a file of 10 GB that takes no room, and one that is a byte too long to be brought back
// expect: exited 0
// keeps-back: too-long
// brings-back: as-long-as-may-be
// file-space-kib: 65536
// output: 10 GB: refused EFBIG
// output: 10 GB of room: refused EFBIG
// output: a byte too long: allowed
// output: as long as may be: allowed
#include "hostile.h"

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    report("10 GB", ftruncate(open("huge", O_CREAT | O_WRONLY, 0600), 10000000000));
    report("10 GB of room", fallocate(open("huge", O_WRONLY), 0, 0, 10000000000));
    report("a byte too long", ftruncate(open("too-long", O_CREAT | O_WRONLY, 0600), mib(16) + 1));
    report("as long as may be", ftruncate(open("as-long-as-may-be", O_CREAT | O_WRONLY, 0600), mib(16)));
    return 0;
}
