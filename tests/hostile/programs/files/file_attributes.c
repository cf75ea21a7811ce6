// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes files that nobody can remove
// expect: exited 0
// output: immutable: refused EPERM | immutable: refused ENOTTY
// output: only to append to: refused EPERM | only to append to: refused ENOTTY
// output: immutable the other way: refused EPERM | immutable the other way: refused ENOTTY
// output: /usr/bin/env: refused EROFS
// output: its program: refused EROFS
// output: frozen file system: refused EPERM
// output[no-namespaces]: immutable: refused EPERM | immutable: refused ENOTTY
// output[no-namespaces]: only to append to: refused EPERM | only to append to: refused ENOTTY
// output[no-namespaces]: immutable the other way: refused EPERM | immutable the other way: refused ENOTTY
// output[no-namespaces]: /usr/bin/env: refused EPERM
// output[no-namespaces]: its program: refused EPERM
// output[no-namespaces]: frozen file system: refused EPERM
#include "hostile.h"

#include <linux/fs.h>
#include <sys/ioctl.h>

int main(void) {
    const int file = open("x", O_CREAT | O_RDWR, 0600);
    long flags = FS_IMMUTABLE_FL;
    report("immutable", ioctl(file, FS_IOC_SETFLAGS, &flags));
    flags = FS_APPEND_FL;
    report("only to append to", ioctl(file, FS_IOC_SETFLAGS, &flags));
    struct fsxattr attributes = {.fsx_xflags = FS_XFLAG_IMMUTABLE};
    report("immutable the other way", ioctl(file, FS_IOC_FSSETXATTR, &attributes));
    flags = FS_IMMUTABLE_FL;
    report("/usr/bin/env", ioctl(open("/usr/bin/env", O_RDONLY), FS_IOC_SETFLAGS, &flags));
    report("its program", ioctl(open("/proc/self/exe", O_RDONLY), FS_IOC_SETFLAGS, &flags));
    report("frozen file system", ioctl(open("/usr", O_RDONLY), FIFREEZE, 0));
    return 0;
}
