// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/box_plan.h"
#include "sandbox/helper/cgroup_lease.h"
#include "sandbox/helper/cpu_binding.h"
#include "sandbox/helper/sharing_child.h"

#include <optional>

namespace grindstone::sandbox::helper {

/// How the init of a run came to its end, as its exit status.
enum class InitEnd {
    Answered = 0, ///< the judge has its outcome, or knows why the order could not be carried out; all of it is dead
    JudgeGone = 1,
    Failed = 2, ///< the box could not be prepared, as the judge was told: it is of no further use
};

/// What the keeper hands to the init of a run. Lives in memory that both share; the keeper waits meanwhile.
struct InitPlan {
    const BoxPlan& box;
    const CallKey& key;
    int listener = -1; ///< of refused calls
    std::optional<CgroupLease>& cgroup;
    const std::optional<std::uint64_t>& usedCgroup; ///< the last run's, to give back
    const CpuBinding& cpu;
    ChildStack& programStack;
    int lifeline = -1;   ///< readable once the keeper is dead
    int keepersEnd = -1; ///< the lifeline's other end, which only the keeper may hold
    bool& programLaid;   ///< whether /program is mounted
};

/// The life of PID 1 of a run: makes everything ready that can be without knowing the run, waits for the judge's order,
/// runs it to its end, and answers.
InitEnd runInit(const InitPlan& plan);

} // namespace grindstone::sandbox::helper
