// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives its own program's file another name, where it could be written
// expect: exited 0
// keeps-back: linked
// keeps-back: linked-by-descriptor
// output: link: refused EXDEV
// output: link by /proc: refused EXDEV
// output: link by descriptor: refused EXDEV | link by descriptor: refused ENOENT
// output: link to /usr/bin/env: refused EXDEV
// output: rename: refused EXDEV
// output: exchange: refused EXDEV
// output[no-namespaces]: link: refused EPERM | link: refused EXDEV
// output[no-namespaces]: link by /proc: refused EPERM | link by /proc: refused EXDEV
// output[no-namespaces]: link by descriptor: refused EPERM | link by descriptor: refused EXDEV
// output[no-namespaces]: link to /usr/bin/env: refused EPERM | link to /usr/bin/env: refused EXDEV
// output[no-namespaces]: rename: refused EACCES
// output[no-namespaces]: exchange: refused ENOENT
#include "hostile.h"

int main(void) {
    char own[300] = "";
    readlink("/proc/self/exe", own, sizeof own - 1);
    report("link", link(own, "linked"));
    report("link by /proc", linkat(AT_FDCWD, "/proc/self/exe", AT_FDCWD, "linked", AT_SYMLINK_FOLLOW));
    const int file = open("/proc/self/exe", O_RDONLY);
    report("link by descriptor", linkat(file, "", AT_FDCWD, "linked-by-descriptor", AT_EMPTY_PATH));
    report("link to /usr/bin/env", link("/usr/bin/env", "linked"));
    report("rename", rename(own, "linked"));
    report("exchange", renameat2(AT_FDCWD, own, AT_FDCWD, "x", RENAME_EXCHANGE));
    return 0;
}
