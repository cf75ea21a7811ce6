// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/protocol/messages.h"

#include <memory>
#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// The cgroup of one run: its folder in each hierarchy, and what a keeper needs of it. Removed by the sweeper.
struct RunCgroup {
    std::vector<std::string> folders;
    protocol::CgroupLeased lease;
    std::vector<UniqueFd> files; ///< as lease.files says
};

/// Our place in the machine's cgroups, in which each run gets a fresh cgroup: a reused one's peak drifts.
class CgroupTree {
public:
    virtual ~CgroupTree() = default;

    virtual protocol::CgroupVersion version() const = 0;
    /// Makes a cgroup without limits. One without folders (errno set) on failure.
    virtual RunCgroup make() = 0;
    /// The folders below which runs have theirs; the sweeper removes these in the end.
    const std::vector<std::string>& parents() const { return m_parents; }

protected:
    std::vector<std::string> m_parents;
    unsigned m_made = 0;
};

/// A tree, or the reason why there is none.
struct CgroupAttempt {
    std::unique_ptr<CgroupTree> tree;
    std::string reason;
};

/// Version 1: a folder of ours in each of the hierarchies memory, cpuacct and pids.
CgroupAttempt makeCgroup1Tree();

/// Version 2: the scope that the service manager gave us (`scopeReason` empty), or as root a folder of ours.
CgroupAttempt makeCgroup2Tree(const std::string& scopeReason);

/// The best tree that can really be made here; whatever is better than it has left its reason.
struct FoundCgroups {
    std::unique_ptr<CgroupTree> tree;
    std::vector<std::string> reasons;
};
FoundCgroups findCgroups(const protocol::Begin& begin);

} // namespace grindstone::sandbox::helper
