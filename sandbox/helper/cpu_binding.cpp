// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cpu_binding.h"

#include "sandbox/base/cpus.h"

#include <algorithm>
#include <utility>

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

unsigned chooseCpu(const std::vector<Neighbour>& neighbours) {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    const auto cpus = static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
    unsigned here = 0;
    for (int number = ::sched_getcpu() - 1; number >= 0; --number) {
        here += CPU_ISSET(number, &allowed) ? 1 : 0;
    }
    std::vector<std::pair<unsigned, unsigned>> uses(cpus); // Alike, and all.
    for (const Neighbour& neighbour : neighbours) {
        auto& [alike, all] = uses[neighbour.cpu % cpus];
        alike += neighbour.alike ? 1 : 0;
        ++all;
    }
    unsigned best = here % cpus;
    for (unsigned step = 1; step < cpus; ++step) {
        const unsigned next = (here + step) % cpus;
        best = uses[next] < uses[best] ? next : best;
    }
    return best;
}

} // namespace grindstone::sandbox::helper
