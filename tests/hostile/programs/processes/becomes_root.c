// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: becomes root by every call that could make it so
// expect: exited 0
// output: setuid: refused EINVAL
// output: setgid: refused EINVAL
// output: setresuid: refused EINVAL
// output: setgroups: refused EPERM
// output: capset: refused EPERM
// output: raise ambient: refused EPERM
// output: securebits: refused EPERM
// output: uid 1000 1000
// output[no-namespaces]: setuid: refused EPERM
// output[no-namespaces]: setgid: refused EPERM
// output[no-namespaces]: setresuid: refused EPERM
// output[no-namespaces]: setgroups: refused EPERM
// output[no-namespaces]: capset: refused EPERM
// output[no-namespaces]: raise ambient: refused EPERM
// output[no-namespaces]: securebits: refused EPERM
#include "hostile.h"

#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>

int main(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct all[2] = {{~0U, ~0U, ~0U}, {~0U, ~0U, ~0U}};
    const gid_t root = 0;
    report("setuid", setuid(0));
    report("setgid", setgid(0));
    report("setresuid", setresuid(0, 0, 0));
    report("setgroups", setgroups(1, &root));
    report("capset", syscall(SYS_capset, &header, all));
    report("raise ambient", prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0));
    report("securebits", prctl(PR_SET_SECUREBITS, 0));
    if (getuid() == 1000 || geteuid() == 1000) {
        printf("uid %d %d\n", getuid(), geteuid());
    }
    return 0;
}
