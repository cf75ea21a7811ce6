// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens devices that a host may have
// expect: exited 0
// output: opened: 0
#include "hostile.h"

int main(void) {
    static const char* Devices[] = {"mem",     "kmem",      "port",     "kmsg",      "kvm",          "fuse",
                                    "sda",     "vda",       "nvme0",    "loop0",     "loop-control", "mapper/control",
                                    "net/tun", "vhost-net", "vsock",    "dri/card0", "input/event0", "snd/controlC0",
                                    "hpet",    "cpu/0/msr", "watchdog", "uinput",    "rtc0",         "btrfs-control",
                                    "hwrng",   "mqueue",    "pts",      "autofs"};
    int opened = 0;
    for (size_t i = 0; i < sizeof Devices / sizeof Devices[0]; ++i) {
        char path[60];
        sprintf(path, "/dev/%s", Devices[i]);
        for (int flags = O_RDONLY; flags <= O_RDWR; flags += O_RDWR) {
            if (open(path, flags | O_NONBLOCK) >= 0) {
                ++opened;
                printf("%s\n", path);
            }
        }
    }
    printf("opened: %d\n", opened);
    return 0;
}
