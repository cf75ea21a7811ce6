// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace grindstone::tests {

/// What this process, the sandbox's helper below it and its keepers and sweeper hold, by what it is: processes,
/// descriptors, mounts, folders of cgroups; and their memory. What is read of one that ends meanwhile is some of it.
struct Holdings {
    std::map<std::string, long> counts;
    std::map<std::string, long> memoryKib;
};

/// What is there now.
Holdings look();

/// What is there when nothing is on its way out any more: the same for half a second. Gives up after ten.
Holdings atRest();

/// What has become more, a line each; empty when nothing has. Of memory, less than two steps by which a heap grows are
/// not counted.
std::string growth(const Holdings& before, const Holdings& now);

/// All of it, a line each.
std::string describe(const Holdings& holdings);

} // namespace grindstone::tests
