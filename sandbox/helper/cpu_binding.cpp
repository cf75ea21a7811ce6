// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cpu_binding.h"

#include <sched.h>

namespace grindstone::sandbox::helper {

Prepared<> bindToOneCpu(pid_t process, unsigned boxNumber) {
    cpu_set_t allowed;
    STEP("read the allowed CPUs", ::sched_getaffinity(0, sizeof allowed, &allowed));
    int skip = static_cast<int>(boxNumber) % CPU_COUNT(&allowed);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed) && skip-- == 0) {
            cpu_set_t one;
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            STEP("bind to one CPU", ::sched_setaffinity(process, sizeof one, &one));
            break;
        }
    }
    return {};
}

Prepared<> unbind(pid_t process) {
    cpu_set_t allowed;
    STEP("read the allowed CPUs", ::sched_getaffinity(0, sizeof allowed, &allowed));
    STEP("give back all CPUs", ::sched_setaffinity(process, sizeof allowed, &allowed));
    return {};
}

} // namespace grindstone::sandbox::helper
