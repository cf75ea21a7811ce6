// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace grindstone::hostile {

/// A process of the host, as /proc shows it.
struct Process {
    pid_t pid = 0;
    pid_t parent = 0;
    uid_t user = 0;
    std::string name;
    std::string commandLine; ///< its arguments, each ended by a NUL; empty for a zombie
};

std::vector<Process> allProcesses();
/// Those that descend from `ancestor`, without itself.
std::vector<Process> descendantsOf(pid_t ancestor, const std::vector<Process>& all);

} // namespace grindstone::hostile
