// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cpu_binding.h"

#include "sandbox/base/cpus.h"

namespace grindstone::sandbox::helper {

Prepared<CpuBinding> CpuBinding::bindOwnProcess(unsigned cpu) {
    CpuBinding binding;
    STEP("read the allowed CPUs", ::sched_getaffinity(0, sizeof binding.m_allowed, &binding.m_allowed));
    const cpu_set_t one = oneCpuOf(binding.m_allowed, cpu);
    STEP("bind to one CPU", ::sched_setaffinity(0, sizeof one, &one));
    return binding;
}

Prepared<> CpuBinding::bind(pid_t process, unsigned cpu, const CallKey& key) const {
    STEP("bind to one CPU", key.setAffinity(process, oneCpuOf(m_allowed, cpu)));
    return {};
}

Prepared<> CpuBinding::release(pid_t process, const CallKey& key) const {
    STEP("give back all CPUs", key.setAffinity(process, m_allowed));
    return {};
}

} // namespace grindstone::sandbox::helper
