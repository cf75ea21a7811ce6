// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <set>
#include <string>

namespace grindstone::tests {

/// What became of the sandbox of a program of ours that was killed with SIGKILL.
struct Aftermath {
    std::size_t below = 0;                   ///< processes that were alive below it at that moment
    std::chrono::milliseconds processes{0};  ///< until none of ours was alive but the sweeper, which runs nothing
    std::chrono::milliseconds everything{0}; ///< until the sweeper and all cgroups were gone too
    std::string left;                        ///< what was there when that was given up; empty when nothing was
};

/// Kills `program`, a child of this process, which has called adoptOrphans(). Other children of this process are named
/// in `bystanders`. Gives up after ten seconds.
Aftermath killOutright(pid_t program, const std::set<pid_t>& bystanders = {});

} // namespace grindstone::tests
