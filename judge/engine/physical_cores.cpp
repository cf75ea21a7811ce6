// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/physical_cores.h"

#include <sched.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace grindstone::judge {

namespace {

int readNumber(int cpu, const char* name) {
    std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/" + name);
    int number = -1;
    file >> number;
    return file ? number : -1;
}

} // namespace

unsigned physicalCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    std::set<std::pair<int, int>> cores;
    if (::sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
            const int core = CPU_ISSET(cpu, &allowed) ? readNumber(cpu, "core_id") : -1;
            if (core >= 0) {
                cores.emplace(readNumber(cpu, "physical_package_id"), core);
            }
        }
    }
    const auto counted = static_cast<unsigned>(cores.size());
    return std::max(1U, counted > 0 ? counted : std::thread::hardware_concurrency());
}

} // namespace grindstone::judge
