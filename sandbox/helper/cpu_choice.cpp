// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cpu_choice.h"

#include <sched.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

/// Boxes on a core and on one of its CPUs.
struct Uses {
    unsigned alike = 0;
    unsigned all = 0;
};

int readTopology(int cpu, const char* name) {
    std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/" + name);
    int number = -1;
    return file >> number ? number : -1;
}

/// For each CPU that we may use the number of its core. Where the kernel doesn't tell, each is a core.
std::vector<unsigned> coresOfAllowedCpus() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    std::map<std::array<int, 3>, unsigned> known;
    std::vector<unsigned> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed)) {
            const int core = readTopology(cpu, "core_id");
            const std::array place{readTopology(cpu, "physical_package_id"), core, core < 0 ? cpu : 0};
            cores.push_back(known.emplace(place, known.size()).first->second);
        }
    }
    return cores.empty() ? std::vector<unsigned>{0} : cores;
}

/// Where this process runs, counted among the CPUs that we may use.
unsigned currentCpu() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    unsigned here = 0;
    for (int number = ::sched_getcpu() - 1; number >= 0; --number) {
        here += CPU_ISSET(number, &allowed) ? 1 : 0;
    }
    return here;
}

} // namespace

unsigned chooseCpu(const std::vector<Neighbour>& neighbours, const std::vector<unsigned>& cores, unsigned here) {
    const auto cpus = static_cast<unsigned>(cores.size());
    std::vector<Uses> ofCpu(cpus);
    std::vector<Uses> ofCore(*std::ranges::max_element(cores) + 1);
    for (const Neighbour& neighbour : neighbours) {
        for (Uses* uses : {&ofCpu[neighbour.cpu % cpus], &ofCore[cores[neighbour.cpu % cpus]]}) {
            uses->alike += neighbour.alike ? 1 : 0;
            ++uses->all;
        }
    }
    const auto costOf = [&](unsigned cpu) {
        const Uses& core = ofCore[cores[cpu]];
        return std::array{core.alike, ofCpu[cpu].alike, core.all, ofCpu[cpu].all};
    };
    unsigned best = here % cpus;
    for (unsigned step = 1; step < cpus; ++step) {
        const unsigned next = (here + step) % cpus;
        best = costOf(next) < costOf(best) ? next : best;
    }
    return best;
}

unsigned chooseCpu(const std::vector<Neighbour>& neighbours) {
    static const std::vector<unsigned> cores = coresOfAllowedCpus();
    return chooseCpu(neighbours, cores, currentCpu());
}

} // namespace grindstone::sandbox::helper
