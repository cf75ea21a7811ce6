// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes the expected answer, or what may be done with it: of these calls, Landlock knows few
// expect: exited 0
// output: open for writing: refused ENOENT
// output: truncate: refused ENOENT
// output: unlink: refused ENOENT
// output: chmod: refused ENOENT
// output: fchmodat: refused ENOENT
// output: fchmodat2: refused EBADF | fchmodat2: refused ENOSYS
// output: chown: refused ENOENT
// output: lchown: refused ENOENT
// output: fchownat: refused EBADF
// output: utimensat: refused ENOENT
// output: utimes: refused ENOENT
// output: utime: refused ENOENT
// output: setxattr: refused ENOENT
// output: lsetxattr: refused ENOENT
// output: removexattr: refused ENOENT
// output: setxattrat: refused EFAULT | setxattrat: refused ENOSYS
// output: file_setattr: refused ENOENT | file_setattr: refused ENOSYS
// output[no-namespaces]: open for writing: refused EACCES
// output[no-namespaces]: truncate: refused EACCES
// output[no-namespaces]: unlink: refused EACCES
// output[no-namespaces]: chmod: refused EPERM
// output[no-namespaces]: fchmodat: refused EPERM
// output[no-namespaces]: fchmodat2: refused EPERM
// output[no-namespaces]: chown: refused EPERM
// output[no-namespaces]: lchown: refused EPERM
// output[no-namespaces]: fchownat: refused EPERM
// output[no-namespaces]: utimensat: refused EPERM
// output[no-namespaces]: utimes: refused EPERM
// output[no-namespaces]: utime: refused EPERM
// output[no-namespaces]: setxattr: refused EPERM
// output[no-namespaces]: lsetxattr: refused EPERM
// output[no-namespaces]: removexattr: refused EPERM
// output[no-namespaces]: setxattrat: refused EPERM
// output[no-namespaces]: file_setattr: refused EPERM
#include "hostile.h"

#include <sys/time.h>
#include <sys/xattr.h>

enum { FchmodAt2 = 452, SetXattrAt = 463, FileSetAttr = 469 }; // newer than the C library

int main(void) {
    char path[300];
    char attributes[32] = {0};
    const struct timespec times[2] = {{1, 0}, {1, 0}};
    const struct timeval old[2] = {{1, 0}, {1, 0}};
    snprintf(path, sizeof path, "%s/1.ans", getenv("HOSTILE_SECRET"));
    const int handle = open(path, O_PATH);
    report("open for writing", open(path, O_WRONLY));
    report("truncate", truncate(path, 0));
    report("unlink", unlink(path));
    report("chmod", chmod(path, 0777));
    report("fchmodat", fchmodat(AT_FDCWD, path, 0777, 0));
    report("fchmodat2", syscall(FchmodAt2, (long)handle, "", 0777L, (long)AT_EMPTY_PATH));
    report("chown", chown(path, getuid(), getgid()));
    report("lchown", lchown(path, getuid(), getgid()));
    report("fchownat", fchownat(handle, "", getuid(), getgid(), AT_EMPTY_PATH));
    report("utimensat", utimensat(AT_FDCWD, path, times, 0));
    report("utimes", utimes(path, old));
    report("utime", syscall(SYS_utime, path, NULL));
    report("setxattr", setxattr(path, "user.hostile", "x", 1, 0));
    report("lsetxattr", lsetxattr(path, "user.hostile", "x", 1, 0));
    report("removexattr", removexattr(path, "user.hostile"));
    report("setxattrat", syscall(SetXattrAt, AT_FDCWD, path, 0L, "user.hostile", NULL, 16L));
    report("file_setattr", syscall(FileSetAttr, AT_FDCWD, path, attributes, 24L, 0L));
    return 0;
}
