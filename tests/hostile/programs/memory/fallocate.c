// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reserves far more file space than there is, without writing
// expect: exited 0
// output: fallocate: refused ENOSPC | fallocate: refused EFBIG
// output: posix_fallocate: refused ENOSPC | posix_fallocate: refused EFBIG
#include "hostile.h"

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    const int file = open("x", O_CREAT | O_RDWR, 0600);
    report("fallocate", fallocate(file, 0, 0, 1L << 34));
    errno = posix_fallocate(file, 0, 1L << 34);
    report("posix_fallocate", errno != 0 ? -1 : 0);
    return 0;
}
