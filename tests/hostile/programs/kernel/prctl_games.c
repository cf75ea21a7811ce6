// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: plays with the switches of its process: capabilities, filter, addresses, what its death does
// expect: exited 0
// output: new privileges again: refused EINVAL
// output: no filter: refused EINVAL
// output: drop a bounding capability: refused EPERM
// output: bounding CAP_SYS_ADMIN: 0
// output: an ambient capability: refused EPERM
// output: secure bits: refused EPERM
// output: keep capabilities: refused EPERM
// output: another program file: refused EPERM
// output: other addresses: refused EPERM
// output: flush its own writes: refused EPERM
// output: dumpable: allowed
// output: dumpable by the administrator: refused EINVAL
// output: death signal: allowed
// output: no new privileges: 1, mode of the filter: 2
// output[no-namespaces,ordinary]: new privileges again: refused EINVAL
// output[no-namespaces,ordinary]: no filter: refused EINVAL
// output[no-namespaces,ordinary]: drop a bounding capability: refused EPERM
// output[no-namespaces,ordinary]: bounding CAP_SYS_ADMIN: 1
// output[no-namespaces,ordinary]: an ambient capability: refused EPERM
// output[no-namespaces,ordinary]: secure bits: refused EPERM
// output[no-namespaces,ordinary]: keep capabilities: allowed
// output[no-namespaces,ordinary]: another program file: refused EPERM
// output[no-namespaces,ordinary]: other addresses: refused EPERM
// output[no-namespaces,ordinary]: flush its own writes: refused EPERM
// output[no-namespaces,ordinary]: dumpable: allowed
// output[no-namespaces,ordinary]: dumpable by the administrator: refused EINVAL
// output[no-namespaces,ordinary]: death signal: allowed
// output[no-namespaces,ordinary]: no new privileges: 1, mode of the filter: 2
#include "hostile.h"

#include <linux/capability.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <sys/prctl.h>

int main(void) {
    struct prctl_mm_map map = {0};
    report("new privileges again", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    report("no filter", prctl(PR_SET_SECCOMP, SECCOMP_MODE_DISABLED, 0, 0, 0));
    report("drop a bounding capability", prctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN, 0, 0, 0));
    printf("bounding CAP_SYS_ADMIN: %d\n", prctl(PR_CAPBSET_READ, CAP_SYS_ADMIN, 0, 0, 0));
    report("an ambient capability", prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_NET_RAW, 0, 0));
    report("secure bits", prctl(PR_SET_SECUREBITS, SECBIT_KEEP_CAPS, 0, 0, 0));
    report("keep capabilities", prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
    report("another program file", prctl(PR_SET_MM, PR_SET_MM_EXE_FILE, 0, 0, 0));
    report("other addresses", prctl(PR_SET_MM, PR_SET_MM_START_BRK, 4096, 0, 0));
    report("flush its own writes", prctl(PR_SET_IO_FLUSHER, 1, 0, 0, 0));
    // What follows is a process's own affair.
    report("dumpable", prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
    report("dumpable by the administrator", prctl(PR_SET_DUMPABLE, 2, 0, 0, 0));
    report("death signal", prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0));
    printf("no new privileges: %d, mode of the filter: %d\n", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0),
           prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
    return 0;
}
