// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cpu_binding.h"

namespace grindstone::sandbox::helper {

Prepared<CpuBinding> CpuBinding::bindOwnProcess(unsigned boxNumber) {
    CpuBinding binding;
    STEP("read the allowed CPUs", ::sched_getaffinity(0, sizeof binding.m_allowed, &binding.m_allowed));
    int skip = static_cast<int>(boxNumber) % CPU_COUNT(&binding.m_allowed);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &binding.m_allowed) && skip-- == 0) {
            cpu_set_t one;
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            STEP("bind to one CPU", ::sched_setaffinity(0, sizeof one, &one));
            break;
        }
    }
    return binding;
}

Prepared<> CpuBinding::release(pid_t process, const CallKey& key) const {
    STEP("give back all CPUs", key.setAffinity(process, m_allowed));
    return {};
}

} // namespace grindstone::sandbox::helper
