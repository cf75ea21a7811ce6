// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/process_tree.h"
#include "sandbox/limits.h"
#include "sandbox/outcome.h"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <vector>

namespace grindstone::sandbox::helper {

/// The figures of a run's cgroups, read by descriptor. Absent where there are none.
struct CgroupFigures {
    UniqueFd cpuUsage;
    UniqueFd cpuUsageUser;
    UniqueFd memoryPeak;
    UniqueFd memoryOom;
};

/// Measures the running process tree and says which limit it has passed. Used by the run's init, which is the parent
/// that orphans fall to.
class Watch {
public:
    using Clock = std::chrono::steady_clock;

    /// `figures` null: readings of /proc, which are approximate.
    Watch(const Limits& limits, const CgroupFigures* figures);

    /// To be called when the program is about to start.
    void start() { m_start = Clock::now(); }
    /// Takes a reading; the limit that it shows to be passed, if any.
    LimitHit check();
    /// How long nothing needs to be looked at.
    std::chrono::nanoseconds untilNextCheck() const;
    /// To be called when the first process has ended or is about to be killed: stops the wall clock.
    void stop();
    /// The figures of the whole run, when every process is reaped.
    void fill(Outcome& outcome) const;

private:
    std::chrono::nanoseconds wall() const { return (m_end ? *m_end : Clock::now()) - m_start; }
    std::chrono::nanoseconds cpuByCgroup() const;
    bool outOfMemoryByCgroup() const;
    void takeReading();

    Limits m_limits;
    const CgroupFigures* m_figures;
    Clock::time_point m_start{};
    std::optional<Clock::time_point> m_end;
    std::chrono::nanoseconds m_cpu{0};
    Bytes m_largestResident;
    bool m_outOfMemory = false;
    bool m_idle = false;
};

} // namespace grindstone::sandbox::helper
