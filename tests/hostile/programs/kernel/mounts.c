// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes what the file system looks like, by every call that the kernel has for it
// expect: exited 0
// blocked: mount umount2 pivot_root chroot open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr
// output: mount: refused EPERM
// output: umount2: refused EPERM
// output: pivot_root: refused EPERM
// output: chroot: refused EPERM
// output: open_tree: refused EPERM
// output: open_tree_attr: refused EPERM
// output: move_mount: refused EPERM
// output: fsopen: refused EPERM
// output: fsconfig: refused EPERM
// output: fsmount: refused EPERM
// output: fspick: refused EPERM
// output: mount_setattr: refused EPERM
#include "hostile.h"

/// Newer than the C library that this is built with.
#define OPEN_TREE_ATTR 467

int main(void) {
    report("mount", syscall(SYS_mount, "none", "/work", "tmpfs", 0L, NULL));
    report("umount2", syscall(SYS_umount2, "/run", 2L));
    report("pivot_root", syscall(SYS_pivot_root, ".", "."));
    report("chroot", syscall(SYS_chroot, "."));
    report("open_tree", syscall(SYS_open_tree, AT_FDCWD, ".", 1L));
    report("open_tree_attr", syscall(OPEN_TREE_ATTR, AT_FDCWD, ".", 1L, NULL, 0L));
    report("move_mount", syscall(SYS_move_mount, AT_FDCWD, ".", AT_FDCWD, "/", 0L));
    report("fsopen", syscall(SYS_fsopen, "tmpfs", 0L));
    report("fsconfig", syscall(SYS_fsconfig, 0L, 0L, NULL, NULL, 0L));
    report("fsmount", syscall(SYS_fsmount, 0L, 0L, 0L));
    report("fspick", syscall(SYS_fspick, AT_FDCWD, "/", 0L));
    report("mount_setattr", syscall(SYS_mount_setattr, AT_FDCWD, "/", 0L, NULL, 0L));
    return 0;
}
