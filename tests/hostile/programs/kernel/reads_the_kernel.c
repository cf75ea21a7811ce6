// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads the kernel's memory, log and addresses
// expect: exited 0
// output: opened: 0
// output: addresses in /proc/kallsyms: none
// output: addresses in /proc/iomem: none
#include "hostile.h"

/// Whether a list of the kernel's shows any address.
static void lookForAddresses(const char* path) {
    FILE* file = fopen(path, "r");
    unsigned long address = 0;
    unsigned long highest = 0;
    char line[400];
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        sscanf(line, "%lx", &address);
        highest = address > highest ? address : highest;
    }
    printf("addresses in %s: %s\n", path, highest == 0 ? "none" : "some");
}

int main(void) {
    static const char* Places[] = {"/proc/kcore",
                                   "/proc/kmsg",
                                   "/proc/kpagecount",
                                   "/proc/kpageflags",
                                   "/proc/vmallocinfo",
                                   "/proc/slabinfo",
                                   "/proc/pagetypeinfo",
                                   "/proc/sched_debug",
                                   "/proc/timer_list",
                                   "/sys/kernel/debug",
                                   "/sys/kernel/tracing",
                                   "/sys/kernel/security",
                                   "/sys/fs/pstore",
                                   "/sys/firmware/dmi/tables/DMI",
                                   "/boot"};
    int opened = 0;
    for (size_t i = 0; i < sizeof Places / sizeof Places[0]; ++i) {
        if (open(Places[i], O_RDONLY | O_NONBLOCK) >= 0) {
            ++opened;
            printf("%s\n", Places[i]);
        }
    }
    printf("opened: %d\n", opened);
    lookForAddresses("/proc/kallsyms");
    lookForAddresses("/proc/iomem");
    return 0;
}
