// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: restarts the machine, exchanges its kernel, and does what else its administrator may
// expect: exited 0
// blocked: reboot kexec_load kexec_file_load init_module finit_module delete_module swapon swapoff acct quotactl
// output: reboot: refused EPERM
// output: no reboot by keys: refused EPERM
// output: kexec_load: refused EPERM
// output: kexec_file_load: refused EPERM
// output: init_module: refused EPERM
// output: finit_module: refused EPERM
// output: delete_module: refused EPERM
// output: swapon: refused EPERM
// output: swapoff: refused EPERM
// output: acct: refused EPERM
// output: quotactl: refused EPERM
// output: quotactl_fd: refused EPERM
#include "hostile.h"

int main(void) {
    report("reboot", syscall(SYS_reboot, 0xfee1dead, 672274793, 0x1234567, NULL));
    report("no reboot by keys", syscall(SYS_reboot, 0xfee1dead, 672274793, 0, NULL));
    report("kexec_load", syscall(SYS_kexec_load, 0L, 0L, NULL, 0L));
    report("kexec_file_load", syscall(SYS_kexec_file_load, -1L, -1L, 0L, "", 0L));
    report("init_module", syscall(SYS_init_module, "", 0L, ""));
    report("finit_module", syscall(SYS_finit_module, 0L, "", 0L));
    report("delete_module", syscall(SYS_delete_module, "dummy", 0L));
    report("swapon", syscall(SYS_swapon, "/work/swap", 0L));
    report("swapoff", syscall(SYS_swapoff, "/dev/sda2"));
    report("acct", syscall(SYS_acct, "/work/accounts"));
    report("quotactl", syscall(SYS_quotactl, 0x800001L, "/dev/sda1", 0L, NULL));
    report("quotactl_fd", syscall(443, 0L, 0x800001L, 0L, NULL));
    return 0;
}
