// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/helper/setup.h"

#include <sched.h>
#include <sys/types.h>

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

} // namespace grindstone::sandbox::helper
