// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

namespace grindstone {

/// One CPU alone: the one that stands at `number` among those allowed, counted round. `allowed` isn't empty.
inline cpu_set_t oneCpuOf(const cpu_set_t& allowed, unsigned number) {
    cpu_set_t one;
    CPU_ZERO(&one);
    unsigned skip = number % static_cast<unsigned>(CPU_COUNT(&allowed));
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed) && skip-- == 0) {
            CPU_SET(cpu, &one);
            break;
        }
    }
    return one;
}

} // namespace grindstone
