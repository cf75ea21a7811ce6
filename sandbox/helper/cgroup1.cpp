// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup_files.h"
#include "sandbox/helper/owned_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace grindstone::sandbox::helper {

namespace {

using protocol::CgroupFile;

constexpr const char* Controllers[] = {"memory", "cpuacct", "pids"};

class Cgroup1Tree final : public CgroupTree {
public:
    /// Empty, or why our folders can't be made.
    std::string makeParents();
    void removeParents() const;

    protocol::CgroupVersion version() const override { return protocol::CgroupVersion::One; }
    RunCgroup make(const std::string& box) override;
    std::vector<std::string> keptFolders(const std::string& box) const override;
};

std::string Cgroup1Tree::makeParents() {
    for (const char* controller : Controllers) {
        const std::string own = ownCgroupFolder(controller);
        if (own.empty()) {
            return std::string("no version 1 cgroup hierarchy with the ") + controller + " controller";
        }
        removeLeftovers(own);
        const std::string parent = own + "/" + ownName();
        if (::mkdir(parent.c_str(), 0755) != 0) {
            return "no cgroup can be made under " + own + ": " + std::strerror(errno);
        }
        m_parents.push_back(parent);
    }
    return {};
}

void Cgroup1Tree::removeParents() const {
    for (const std::string& parent : m_parents) {
        removeCgroup(parent);
    }
}

std::vector<std::string> Cgroup1Tree::keptFolders(const std::string& box) const {
    return {m_parents[1] + "/" + box, m_parents[2] + "/" + box};
}

/// CPU time and the number of processes are the same whether something ran in their cgroups before.
RunCgroup Cgroup1Tree::make(const std::string& box) {
    RunCgroup cgroup;
    cgroup.lease.id = ++m_made;
    cgroup.lease.version = version();
    const std::string memory = m_parents[0] + "/" + box + "-" + std::to_string(m_made);
    const std::vector<std::string> kept = keptFolders(box);
    const std::string& cpu = kept[0];
    const std::string& tasks = kept[1];
    for (const std::string& folder : {memory, cpu, tasks}) {
        if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) {
            return {};
        }
    }
    cgroup.folders = {memory};
    writeCgroupFile(memory + "/memory.swappiness", "0");
    // A program of one thread enters by "tasks": to move a thread itself, the kernel (from 5.18 on) needs no lock that
    // it would have to wait a whole grace period of RCU for, 13 ms here, whenever nobody had it for a while.
    const bool opened = openLease(cgroup, {{CgroupFile::MemoryProcs, memory + "/tasks", O_WRONLY},
                                           {CgroupFile::CpuProcs, cpu + "/tasks", O_WRONLY},
                                           {CgroupFile::TaskProcs, tasks + "/tasks", O_WRONLY},
                                           {CgroupFile::MemoryLimit, memory + "/memory.limit_in_bytes", O_WRONLY},
                                           {CgroupFile::SwapLimit, memory + "/memory.memsw.limit_in_bytes", O_WRONLY,
                                            true}, // absent where swap isn't accounted
                                           {CgroupFile::TaskLimit, tasks + "/pids.max", O_WRONLY},
                                           {CgroupFile::Cpu, cpu + "/cpuacct.usage", O_RDONLY},
                                           {CgroupFile::CpuUser, cpu + "/cpuacct.usage_user", O_RDONLY},
                                           {CgroupFile::MemoryPeak, memory + "/memory.max_usage_in_bytes", O_RDONLY},
                                           {CgroupFile::MemoryEvents, memory + "/memory.oom_control", O_RDONLY}});
    return opened ? std::move(cgroup) : RunCgroup{};
}

} // namespace

CgroupAttempt makeCgroup1Tree() {
    auto tree = std::make_unique<Cgroup1Tree>();
    std::string reason = tree->makeParents();
    if (reason.empty()) {
        const RunCgroup probe = tree->make("probe");
        if (probe.folders.empty()) {
            reason = std::string("making a cgroup with limits: ") + std::strerror(errno);
        }
        removeAll(probe.folders);
        removeAll(tree->keptFolders("probe"));
    }
    if (!reason.empty()) {
        tree->removeParents();
        return {nullptr, std::move(reason)};
    }
    return {std::move(tree), {}};
}

} // namespace grindstone::sandbox::helper
