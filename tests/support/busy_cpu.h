// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/cpus.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

namespace grindstone::tests {

/// Processes that compute for as long as the object lives, bound to one of the CPUs that this process may use.
class BusyCpu {
public:
    BusyCpu(unsigned cpu, unsigned processes) {
        cpu_set_t allowed;
        CPU_ZERO(&allowed);
        ::sched_getaffinity(0, sizeof allowed, &allowed);
        const cpu_set_t one = oneCpuOf(allowed, cpu);
        for (unsigned i = 0; i < processes; ++i) {
            start(one);
        }
    }
    ~BusyCpu() {
        for (const pid_t process : m_processes) {
            ::kill(process, SIGKILL);
            ::waitpid(process, nullptr, 0);
        }
    }
    BusyCpu(const BusyCpu&) = delete;
    BusyCpu& operator=(const BusyCpu&) = delete;

private:
    void start(const cpu_set_t& cpu) {
        const pid_t process = ::fork();
        if (process > 0) {
            m_processes.push_back(process);
        } else if (process == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::setsid(); // The kernel may share a CPU out among sessions.
            ::sched_setaffinity(0, sizeof cpu, &cpu);
            const volatile bool busy = true;
            while (busy) {
            }
        }
    }

    std::vector<pid_t> m_processes;
};

} // namespace grindstone::tests
