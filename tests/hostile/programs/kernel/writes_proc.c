// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to the switches of the kernel
// expect: exited 0
// output: opened: 0
#include "hostile.h"

int main(void) {
    static const char* Switches[] = {"/proc/sys/kernel/core_pattern",
                                     "/proc/sys/kernel/modprobe",
                                     "/proc/sys/kernel/hostname",
                                     "/proc/sys/kernel/randomize_va_space",
                                     "/proc/sys/kernel/ns_last_pid",
                                     "/proc/sys/vm/drop_caches",
                                     "/proc/sys/vm/overcommit_memory",
                                     "/proc/sys/fs/file-max",
                                     "/proc/sys/fs/mqueue/queues_max",
                                     "/proc/sys/kernel/shmmax",
                                     "/proc/sys/net/ipv4/ip_forward",
                                     "/proc/sys/user/max_user_namespaces",
                                     "/proc/sysrq-trigger",
                                     "/proc/irq/0/smp_affinity",
                                     "/proc/acpi/wakeup",
                                     "/proc/mtrr",
                                     "/proc/latency_stats",
                                     "/proc/timer_stats",
                                     "/proc/scsi/scsi",
                                     "/proc/bus/pci/00/00.0",
                                     "/sys/kernel/mm/ksm/run",
                                     "/sys/power/state",
                                     "/sys/fs/cgroup/cgroup.procs",
                                     "/sys/fs/cgroup/memory/tasks",
                                     "/sys/kernel/uevent_helper"};
    int opened = 0;
    for (size_t i = 0; i < sizeof Switches / sizeof Switches[0]; ++i) {
        if (open(Switches[i], O_WRONLY) >= 0) {
            ++opened;
            printf("%s\n", Switches[i]);
        }
    }
    printf("opened: %d\n", opened);
    return 0;
}
