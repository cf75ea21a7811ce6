// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::sandbox {

/// The rung of the ladder that this machine and user reach; see sandbox/README.md.
enum class Tier { Full, FullCgroup1, NoCgroup, NoNamespaces, None };

/// "full", "full-v1", "no-cgroup", "no-namespaces", "none": as in reports.
std::string_view code(Tier tier);

enum class MemorySource { Cgroup2, Cgroup1, Readings };

/// What the sandbox can do here, found by really doing it.
struct Capabilities {
    Tier tier = Tier::None;
    MemorySource memory = MemorySource::Readings;
    bool userNamespaces = false;
    int landlockAbi = 0;              ///< 0: none
    std::vector<std::string> reasons; ///< English: why the tier isn't a better one, and the cure; empty for Full
    std::string cure;                 ///< the exact command that would lift the first reason; empty when there is none
};

} // namespace grindstone::sandbox
