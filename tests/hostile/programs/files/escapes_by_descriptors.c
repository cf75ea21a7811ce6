// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a changed root by a folder that it holds open
// expect: exited 0
// blocked: chroot
// output: open: allowed
// output: chroot: refused EPERM
// output: fchdir: allowed
// output: chroot to the top: refused EPERM
// output: home: refused ENOENT
// output: root: refused ENOENT
// output: var: refused ENOENT
// output[no-namespaces]: open: allowed
// output[no-namespaces]: chroot: refused EPERM
// output[no-namespaces]: fchdir: allowed
// output[no-namespaces]: chroot to the top: refused EPERM
// output[no-namespaces]: home: refused EACCES
// output[no-namespaces]: root: refused EACCES
// output[no-namespaces]: var: refused EACCES
#include "hostile.h"

int main(void) {
    mkdir("jail", 0700);
    const int outside = open(".", O_RDONLY | O_DIRECTORY);
    report("open", outside);
    report("chroot", chroot("jail"));
    report("fchdir", fchdir(outside));
    for (int i = 0; i < 64; ++i) {
        chdir("..");
    }
    report("chroot to the top", chroot("."));
    reportOpening("home", O_RDONLY);
    reportOpening("root", O_RDONLY);
    reportOpening("var", O_RDONLY);
    return 0;
}
