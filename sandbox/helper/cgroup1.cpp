// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup_files.h"

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
    RunCgroup make() override;
};

std::string Cgroup1Tree::makeParents() {
    for (const char* controller : Controllers) {
        const std::string own = ownCgroupFolder(controller);
        if (own.empty()) {
            return std::string("no version 1 cgroup hierarchy with the ") + controller + " controller";
        }
        removeLeftovers(own);
        const std::string parent = own + "/" + ownCgroupName();
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

RunCgroup Cgroup1Tree::make() {
    RunCgroup cgroup;
    cgroup.lease.id = ++m_made;
    cgroup.lease.version = version();
    for (const std::string& parent : m_parents) {
        cgroup.folders.push_back(parent + "/run" + std::to_string(m_made));
        if (::mkdir(cgroup.folders.back().c_str(), 0755) != 0) {
            return {};
        }
    }
    const std::string& memory = cgroup.folders[0];
    const std::string& cpu = cgroup.folders[1];
    const std::string& tasks = cgroup.folders[2];
    writeCgroupFile(memory + "/memory.swappiness", "0");
    const bool opened = openLease(cgroup, {{CgroupFile::MemoryProcs, memory + "/cgroup.procs", O_WRONLY},
                                           {CgroupFile::CpuProcs, cpu + "/cgroup.procs", O_WRONLY},
                                           {CgroupFile::TaskProcs, tasks + "/cgroup.procs", O_WRONLY},
                                           {CgroupFile::MemoryLimit, memory + "/memory.limit_in_bytes", O_WRONLY},
                                           {CgroupFile::SwapLimit, memory + "/memory.memsw.limit_in_bytes", O_WRONLY,
                                            true}, // absent where swap isn't accounted
                                           {CgroupFile::TaskLimit, tasks + "/pids.max", O_WRONLY},
                                           {CgroupFile::Cpu, cpu + "/cpuacct.usage", O_RDONLY},
                                           {CgroupFile::CpuUser, cpu + "/cpuacct.usage_user", O_RDONLY},
                                           {CgroupFile::MemoryPeak, memory + "/memory.max_usage_in_bytes", O_RDONLY},
                                           {CgroupFile::MemoryEvents, memory + "/memory.oom_control", O_RDONLY},
                                           {CgroupFile::MemoryForget, memory + "/memory.force_empty", O_WRONLY}});
    return opened ? std::move(cgroup) : RunCgroup{};
}

} // namespace

CgroupAttempt makeCgroup1Tree() {
    auto tree = std::make_unique<Cgroup1Tree>();
    std::string reason = tree->makeParents();
    if (reason.empty()) {
        const RunCgroup probe = tree->make();
        if (probe.folders.empty()) {
            reason = std::string("making a cgroup with limits: ") + std::strerror(errno);
        }
        for (const std::string& folder : probe.folders) {
            removeCgroup(folder);
        }
    }
    if (!reason.empty()) {
        tree->removeParents();
        return {nullptr, std::move(reason)};
    }
    return {std::move(tree), {}};
}

} // namespace grindstone::sandbox::helper
