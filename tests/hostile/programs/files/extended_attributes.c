// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives files capabilities and other attributes
// expect: exited 0
// output: capabilities: refused EPERM
// output: trusted: refused EPERM
// output: capabilities of its program: refused EROFS
// output: /usr/bin/env: refused EROFS
// output: /dev/null: refused EROFS
// output[no-namespaces]: capabilities: refused EPERM
// output[no-namespaces]: trusted: refused EPERM
// output[no-namespaces]: capabilities of its program: refused EPERM
// output[no-namespaces]: /usr/bin/env: refused EPERM
// output[no-namespaces]: /dev/null: refused EPERM
#include "hostile.h"

#include <linux/capability.h>
#include <sys/xattr.h>

int main(void) {
    const struct vfs_cap_data all = {VFS_CAP_REVISION_2 | VFS_CAP_FLAGS_EFFECTIVE, {{~0U, 0}, {~0U, 0}}};
    close(open("x", O_CREAT | O_WRONLY, 0700));
    report("capabilities", setxattr("x", "security.capability", &all, sizeof all, 0));
    report("trusted", setxattr("x", "trusted.hostile", "x", 1, 0));
    report("capabilities of its program", setxattr("/proc/self/exe", "security.capability", &all, sizeof all, 0));
    report("/usr/bin/env", setxattr("/usr/bin/env", "user.hostile", "x", 1, 0));
    report("/dev/null", setxattr("/dev/null", "user.hostile", "x", 1, 0));
    return 0;
}
