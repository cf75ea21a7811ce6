// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/helper/setup.h"

#include <sched.h>
#include <sys/types.h>

#include <vector>

namespace grindstone::sandbox::helper {

/// The CPU that a box keeps to, one of those that we may use. Not only runs that
/// may have one CPU alone profit: a wake-up on the same CPU costs a tenth of one on another that sleeps.
class CpuBinding {
public:
    /// Binds the calling process, and so what it starts, to the `cpu`-th of those that we may use, counted round.
    static Prepared<CpuBinding> bindOwnProcess(unsigned cpu);
    /// Binds another process so.
    Prepared<> bind(pid_t process, unsigned cpu, const CallKey& key) const;
    /// Lets a process use every CPU that we may use.
    Prepared<> release(pid_t process, const CallKey& key) const;

private:
    CpuBinding() = default;
    cpu_set_t m_allowed{};
};

/// What another open box means for the choice of a CPU.
struct Neighbour {
    unsigned cpu = 0;   ///< as bindOwnProcess() has it
    bool alike = false; ///< shows the same as the new box
};

/// The CPU for a new box: one with few boxes that show the same, since those are used at the same time, for the cases
/// of one submission; and among such, one with few boxes at all. Two helpers that have no box yet begin where the
/// kernel just lets them run, which is seldom the same place when both have work.
unsigned chooseCpu(const std::vector<Neighbour>& neighbours);

} // namespace grindstone::sandbox::helper
