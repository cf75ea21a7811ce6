// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: names the machine, reads its log, reaches its hardware
// expect: exited 0
// blocked: sethostname setdomainname syslog ioperm iopl vhangup
// output: sethostname: refused EPERM
// output: setdomainname: refused EPERM
// output: reading the log: refused EPERM
// output: its size: refused EPERM
// output: ioperm: refused EPERM
// output: iopl: refused EPERM
// output: vhangup: refused EPERM
#include "hostile.h"

int main(void) {
    report("sethostname", syscall(SYS_sethostname, "hostile", 7L));
    report("setdomainname", syscall(SYS_setdomainname, "hostile", 7L));
    static char log[4096];
    report("reading the log", syscall(SYS_syslog, 3L, log, sizeof log));
    report("its size", syscall(SYS_syslog, 10L, NULL, 0L));
    report("ioperm", syscall(SYS_ioperm, 0x60L, 4L, 1L));
    report("iopl", syscall(SYS_iopl, 3L));
    report("vhangup", syscall(SYS_vhangup));
    return 0;
}
