// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes files without a name and gives them one afterwards
// expect: exited 0
// brings-back: named
// output: in /work: allowed
// output: named: allowed
// output: named by descriptor: refused EEXIST | named by descriptor: refused ENOENT
// output: in /tmp: allowed
// output: in /program: refused EROFS
// output: in /usr: refused EROFS
// output: made in /program: refused EROFS
// output[no-namespaces]: in /work: allowed
// output[no-namespaces]: named: allowed
// output[no-namespaces]: named by descriptor: refused EEXIST | named by descriptor: refused ENOENT
// output[no-namespaces]: in /tmp: refused EACCES
// output[no-namespaces]: in /program: refused ENOENT
// output[no-namespaces]: in /usr: refused EACCES
// output[no-namespaces]: made in /program: refused ENOENT
#include "hostile.h"

int main(void) {
    const int file = open(".", O_TMPFILE | O_RDWR, 0600);
    report("in /work", file);
    char path[60];
    sprintf(path, "/proc/self/fd/%d", file);
    report("named", linkat(AT_FDCWD, path, AT_FDCWD, "named", AT_SYMLINK_FOLLOW));
    report("named by descriptor", linkat(file, "", AT_FDCWD, "named", AT_EMPTY_PATH));
    report("in /tmp", linkat(AT_FDCWD, path, AT_FDCWD, "/tmp/named", AT_SYMLINK_FOLLOW));
    report("in /program", linkat(AT_FDCWD, path, AT_FDCWD, "/program/named", AT_SYMLINK_FOLLOW));
    report("in /usr", linkat(AT_FDCWD, path, AT_FDCWD, "/usr/named", AT_SYMLINK_FOLLOW));
    report("made in /program", open("/program", O_TMPFILE | O_RDWR, 0600));
    return 0;
}
