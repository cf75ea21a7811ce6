// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cgroup of version 2 may hold processes or have controllers for its children, not both. So this process moves into
// a leaf of the scope that was made for it, and the runs' cgroups become the leaf's siblings.
#include "sandbox/helper/cgroup_files.h"
#include "sandbox/helper/owned_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::sandbox::helper {

namespace {

using protocol::CgroupFile;

constexpr const char* OwnLeaf = "/helper";
constexpr const char* Wanted[] = {"memory", "pids"};

std::string failure(const std::string& what) {
    return what + ": " + std::strerror(errno);
}

class Cgroup2Tree final : public CgroupTree {
public:
    std::string takeScope();
    std::string makeFolder(const std::string& mount);

    protocol::CgroupVersion version() const override { return protocol::CgroupVersion::Two; }
    RunCgroup make(const std::string& box) override;
    std::vector<std::string> keptFolders(const std::string&) const override { return {}; }

private:
    std::string enableControllers(const std::string& folder);
};

/// Enables the controllers for the children of `folder`. Empty, or why that can't be.
std::string Cgroup2Tree::enableControllers(const std::string& folder) {
    const std::vector<std::string> offered = wordsOf(folder + "/cgroup.controllers");
    for (const char* controller : Wanted) {
        if (std::ranges::find(offered, controller) == offered.end()) {
            return std::string("the ") + controller + " controller of version 2 is not available in " + folder;
        }
    }
    if (!writeCgroupFile(folder + "/cgroup.subtree_control", "+memory +pids")) {
        return failure("enabling controllers in " + folder);
    }
    return {};
}

std::string Cgroup2Tree::takeScope() {
    const std::string scope = ownCgroupFolder({});
    const std::string leaf = scope + OwnLeaf;
    if (::mkdir(leaf.c_str(), 0755) != 0 && errno != EEXIST) {
        return failure("making a cgroup in " + scope);
    }
    if (!writeCgroupFile(leaf + "/cgroup.procs", std::to_string(::getpid()))) {
        return failure("moving into " + leaf);
    }
    m_parents.push_back(scope);
    return enableControllers(scope);
}

std::string Cgroup2Tree::makeFolder(const std::string& mount) {
    removeLeftovers(mount);
    if (const std::string reason = enableControllers(mount); !reason.empty()) {
        return reason;
    }
    const std::string folder = mount + "/" + ownName();
    if (::mkdir(folder.c_str(), 0755) != 0) {
        return failure("making a cgroup in " + mount);
    }
    m_parents.push_back(folder);
    return enableControllers(folder);
}

RunCgroup Cgroup2Tree::make(const std::string& box) {
    RunCgroup cgroup;
    cgroup.lease.id = ++m_made;
    cgroup.lease.version = version();
    const std::string folder = m_parents.front() + "/" + box + "-" + std::to_string(m_made);
    if (::mkdir(folder.c_str(), 0755) != 0) {
        return {};
    }
    cgroup.folders.push_back(folder);
    writeCgroupFile(folder + "/memory.swap.max", "0"); // Absent where swap isn't accounted.
    writeCgroupFile(folder + "/memory.oom.group", "1");
    const bool opened = openLease(cgroup, {{CgroupFile::MemoryProcs, folder + "/cgroup.procs", O_WRONLY},
                                           {CgroupFile::MemoryLimit, folder + "/memory.max", O_WRONLY},
                                           {CgroupFile::TaskLimit, folder + "/pids.max", O_WRONLY},
                                           {CgroupFile::Cpu, folder + "/cpu.stat", O_RDONLY},
                                           {CgroupFile::MemoryPeak, folder + "/memory.peak", O_RDONLY},
                                           {CgroupFile::MemoryEvents, folder + "/memory.events", O_RDONLY}});
    return opened ? std::move(cgroup) : RunCgroup{};
}

} // namespace

CgroupAttempt makeCgroup2Tree(const std::string& scopeReason) {
    const std::string mount = cgroup2Mount();
    if (mount.empty()) {
        return {nullptr, "no version 2 cgroup hierarchy is mounted"};
    }
    auto tree = std::make_unique<Cgroup2Tree>();
    std::string reason = scopeReason;
    if (reason.empty()) {
        reason = tree->takeScope();
    } else if (::geteuid() == 0) {
        reason = tree->makeFolder(mount);
    }
    if (reason.empty()) {
        const RunCgroup probe = tree->make("probe");
        reason = probe.folders.empty() ? failure("making a version 2 cgroup with limits") : std::string();
        removeAll(probe.folders);
    }
    if (!reason.empty()) {
        if (!tree->parents().empty() && !scopeReason.empty()) {
            removeCgroup(tree->parents().front());
        }
        return {nullptr, std::move(reason)};
    }
    return {std::move(tree), {}};
}

FoundCgroups findCgroups(const protocol::Begin& begin) {
    FoundCgroups found;
    CgroupAttempt second = begin.cgroup2 ? makeCgroup2Tree(begin.scopeReason)
                                         : CgroupAttempt{nullptr, "version 2 cgroups are switched off"};
    if (second.tree) {
        found.tree = std::move(second.tree);
        return found;
    }
    found.reasons.push_back(std::move(second.reason));
    CgroupAttempt first =
        begin.cgroup1 ? makeCgroup1Tree() : CgroupAttempt{nullptr, "version 1 cgroups are switched off"};
    if (!first.tree) {
        found.reasons.push_back(std::move(first.reason));
    }
    found.tree = std::move(first.tree);
    return found;
}

} // namespace grindstone::sandbox::helper
