// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"

#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// The cgroups of one run, one a controller. Removed by Cgroup1Tree::remove(), not by its destructor.
struct RunCgroup {
    std::vector<std::string> folders;
};

/// Our place in the version 1 hierarchies of memory, cpuacct and pids. Folders of ours bear this process's pid and
/// start time in their names; the next helper to start removes those whose owner is dead.
class Cgroup1Tree {
public:
    /// Finds out by really making a run's cgroups whether that works here. When it doesn't, available() is false and
    /// reason() says why.
    static Cgroup1Tree create();
    static Cgroup1Tree unwanted();

    bool available() const { return m_reason.empty(); }
    const std::string& reason() const { return m_reason; }

    /// Makes fresh cgroups with these limits. An empty one (errno set) on failure.
    RunCgroup make(Bytes memory, unsigned processes);
    /// The descriptors of a CgroupLeased message, in its order. Empty (errno set) on failure.
    static std::vector<UniqueFd> open(const RunCgroup& cgroup);
    /// False while a process is still in them.
    static bool remove(const RunCgroup& cgroup);
    /// Removes what is ours, when everything in it is gone.
    void removeAll() const;

private:
    std::string m_reason;
    std::vector<std::string> m_parents; ///< our folder in each hierarchy: memory, cpuacct, pids
    unsigned m_made = 0;
};

} // namespace grindstone::sandbox::helper
