// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/protocol/messages.h"

#include <memory>
#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// The cgroup of one run, and what a keeper needs of it. `folders` are removed by the sweeper.
struct RunCgroup {
    std::vector<std::string> folders;
    protocol::CgroupLeased lease;
    std::vector<UniqueFd> files; ///< as lease.files says
};

/// Our place in the machine's cgroups, in which each run gets a fresh cgroup: the peak of memory of a reused one
/// drifts. What doesn't drift a box may keep from run to run.
class CgroupTree {
public:
    virtual ~CgroupTree() = default;

    virtual protocol::CgroupVersion version() const = 0;
    /// Makes a cgroup without limits for a run of the box that `box` names, which no two boxes share. One without
    /// folders (errno set) on failure.
    virtual RunCgroup make(const std::string& box) = 0;
    /// What that box keeps, to be removed with it.
    virtual std::vector<std::string> keptFolders(const std::string& box) const = 0;
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
