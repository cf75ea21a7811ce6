// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: locks files of the host that others use
// The kernel grants flock() to whoever may read a file; README.md says what that means.
// expect: exited 0
// output: open: allowed
// output: writing lock: refused EBADF
// output: writing lock of the open file: refused EBADF
// output: lease: refused EACCES
// output: reading lease: refused EACCES
// output: notice of changes: allowed
// output: flock: allowed
#include "hostile.h"

int main(void) {
    const int file = open("/usr/bin/env", O_RDONLY);
    struct flock whole = {F_WRLCK, SEEK_SET, 0, 0};
    report("open", file);
    report("writing lock", fcntl(file, F_SETLK, &whole));
    report("writing lock of the open file", fcntl(file, F_OFD_SETLK, &whole));
    report("lease", fcntl(file, F_SETLEASE, F_WRLCK));
    report("reading lease", fcntl(file, F_SETLEASE, F_RDLCK));
    report("notice of changes", fcntl(open("/usr/bin", O_RDONLY), F_NOTIFY, DN_CREATE | DN_MULTISHOT));
    report("flock", lockPatiently(file));
    return 0;
}
