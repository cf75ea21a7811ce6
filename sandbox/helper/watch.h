// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/cgroup_lease.h"
#include "sandbox/helper/process_tree.h"
#include "sandbox/limits.h"
#include "sandbox/outcome.h"

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <optional>

namespace grindstone::sandbox::helper {

/// Measures the running process tree and says which limit it has passed. Used by the run's init, which is the parent
/// that orphans fall to.
class Watch {
public:
    using Clock = std::chrono::steady_clock;

    /// `cgroup` null: readings of /proc, which are approximate. Both it and `tree` outlive the watch.
    Watch(const CgroupLease* cgroup, const ProcessTree& tree) : m_cgroup(cgroup), m_tree(tree) {}

    /// To be called when the program is about to start. What its process used before doesn't count.
    void start(const Limits& limits, bool singleCpu, pid_t program);
    /// Puts CPU time on the run's account that others spent because of it.
    void charge(std::chrono::nanoseconds cpu) { m_charged = cpu; }
    /// Takes a reading when the last one is a while ago; the limit that is passed, if any.
    LimitHit check();
    /// Looks whether the run waits for something. To be called when it is about to be stopped, for want of time mostly.
    void noteIdleness();
    /// How long nothing needs to be looked at.
    std::chrono::nanoseconds untilNextCheck() const;
    /// To be called when the first process has ended or is about to be killed: stops the wall clock.
    void stop();
    /// To be called when others are about to be killed, whose figures would be lost where no cgroup has them.
    void readBeforeKill();
    /// The figures of the whole run, when every process is reaped.
    void fill(Outcome& outcome) const;

private:
    std::chrono::nanoseconds wall() const { return (m_end ? *m_end : Clock::now()) - m_start; }
    CpuTime cpuByCgroup() const;
    CpuTime cpuByReadings(const rusage& reaped) const;
    void takeReading();
    bool isIdle() const;
    bool isWallTimeUp();
    bool programHasEnded() const;
    std::chrono::nanoseconds starvation() const;
    std::chrono::nanoseconds cpu() const { return m_cpu + m_charged; }

    const CgroupLease* m_cgroup;
    const ProcessTree& m_tree;
    Limits m_limits;
    pid_t m_program = -1;
    long m_cpus = 1; ///< that the run may use at once
    CpuTime m_cpuAtStart;
    Clock::time_point m_start{};
    Clock::time_point m_lastReading{};
    std::optional<Clock::time_point> m_end;
    std::chrono::nanoseconds m_cpu{0};
    std::chrono::nanoseconds m_charged{0};
    Bytes m_largestResident;
    Bytes m_largestFiles;
    bool m_outOfMemory = false;
    bool m_idle = false;
    std::chrono::nanoseconds m_waitAtStart{0}; ///< for a CPU
    std::chrono::nanoseconds m_starved{0};     ///< granted on top of the wall limit
};

} // namespace grindstone::sandbox::helper
