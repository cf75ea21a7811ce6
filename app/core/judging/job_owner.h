// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace grindstone::core {

/// Who answers for a job: one engine of one process of one boot of this machine. A number of a process that ended is
/// given to another one day, hence the time at which it was started. Plain value.
struct JobOwner {
    std::string bootId;
    std::int64_t pid = 0;
    std::int64_t startTime = 0; ///< ticks since the boot, as /proc/PID/stat has it
    std::int64_t seat = 0;      ///< the engine within its process

    /// Another one with each call, in this process.
    static JobOwner newInThisProcess();

    friend bool operator==(const JobOwner&, const JobOwner&) = default;
};

enum class Liveness {
    Alive,
    Stopped, ///< by a signal or a debugger: it may go on, but doesn't now
    Dead,
};

/// Whether the owner's process is there, from /proc.
Liveness livenessOf(const JobOwner& owner);

} // namespace grindstone::core
