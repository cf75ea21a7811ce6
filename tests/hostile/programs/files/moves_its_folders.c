// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: moves and removes the folders that were made for it
// expect: exited 0
// output: /work to /tmp: refused EXDEV
// output: /work itself: refused EACCES
// output: /work into itself: refused EINVAL
// output: /tmp over /work: refused EACCES
// output: exchange: refused EACCES
// output: by its own name: refused EBUSY
// output: removing /work: refused EROFS
// output: removing it by its real name: refused EACCES
// output: removing /run/shm: refused EACCES
// output: unlinking /work: refused EROFS
// output: another at its place: refused EEXIST
// output: new folder beside: refused EACCES
// output: a file of its own to /tmp: allowed
// output[no-namespaces]: /work to /tmp: refused EACCES
// output[no-namespaces]: /work itself: refused ENOENT
// output[no-namespaces]: /work into itself: refused ENOENT
// output[no-namespaces]: /tmp over /work: refused ENOENT
// output[no-namespaces]: exchange: refused ENOENT
// output[no-namespaces]: by its own name: refused EBUSY
// output[no-namespaces]: removing /work: refused EACCES
// output[no-namespaces]: removing it by its real name: refused ENOENT
// output[no-namespaces]: removing /run/shm: refused EACCES
// output[no-namespaces]: unlinking /work: refused EACCES
// output[no-namespaces]: another at its place: refused EEXIST
// output[no-namespaces]: new folder beside: refused EACCES
// output[no-namespaces]: a file of its own to /tmp: refused EACCES
#include "hostile.h"

int main(void) {
    mkdir("inside", 0700);
    report("/work to /tmp", rename("/work", "/tmp/moved"));
    report("/work itself", rename("/run/work", "/run/moved"));
    report("/work into itself", rename("/run/work", "/run/work/inside/moved"));
    report("/tmp over /work", rename("/run/tmp", "/run/work"));
    report("exchange", renameat2(AT_FDCWD, "/run/tmp", AT_FDCWD, "/run/work", RENAME_EXCHANGE));
    report("by its own name", rename(".", "/tmp/moved"));
    report("removing /work", rmdir("/work"));
    report("removing it by its real name", rmdir("/run/work"));
    report("removing /run/shm", rmdir("/run/shm"));
    report("unlinking /work", unlink("/work"));
    report("another at its place", symlink("/tmp", "/work"));
    report("new folder beside", mkdir("/run/new", 0700));
    report("a file of its own to /tmp", rename("inside", "/tmp/inside"));
    return 0;
}
