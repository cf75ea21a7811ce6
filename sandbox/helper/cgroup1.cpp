// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup1.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>

namespace grindstone::sandbox::helper {

namespace {

constexpr const char* Controllers[] = {"memory", "cpuacct", "pids"};
constexpr const char* Prefix = "grindstone-";

bool hasWord(const std::string& commaList, const std::string& word) {
    std::istringstream list(commaList);
    for (std::string item; std::getline(list, item, ',');) {
        if (item == word) {
            return true;
        }
    }
    return false;
}

/// This process's path in the hierarchy of a controller, from /proc/self/cgroup ("4:memory:/a/b").
std::string ownPath(const std::string& controller) {
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (second != std::string::npos && hasWord(line.substr(first + 1, second - first - 1), controller)) {
            return line.substr(second + 1);
        }
    }
    return {};
}

struct Hierarchy {
    std::string root;  ///< which part of the hierarchy is mounted
    std::string place; ///< where
};

/// The mount of a controller's hierarchy, from /proc/self/mountinfo.
Hierarchy findHierarchy(const std::string& controller) {
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t dash = line.find(" - cgroup ");
        if (dash == std::string::npos) {
            continue;
        }
        std::istringstream before(line);
        std::istringstream after(line.substr(dash + 3));
        std::string skip;
        Hierarchy found;
        std::string options;
        before >> skip >> skip >> skip >> found.root >> found.place;
        after >> skip >> skip >> options;
        if (hasWord(options, controller)) {
            return found;
        }
    }
    return {};
}

/// The folder of this process's own cgroup, or empty.
std::string ownFolder(const std::string& controller) {
    const Hierarchy hierarchy = findHierarchy(controller);
    std::string path = ownPath(controller);
    if (hierarchy.place.empty() || path.empty()) {
        return {};
    }
    if (hierarchy.root != "/" && path.starts_with(hierarchy.root)) {
        path.erase(0, hierarchy.root.size());
    }
    return hierarchy.place + (path == "/" ? "" : path);
}

bool write(const std::string& path, const std::string& text) {
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return file && ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

/// Field 22 of /proc/PID/stat: when the process started, in ticks since boot. Empty when there is no such process.
std::string startTime(const std::string& pid) {
    std::ifstream file("/proc/" + pid + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos) {
        return {};
    }
    std::istringstream fields(text.substr(name + 2));
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        fields >> field;
    }
    return field;
}

std::string ownName() {
    const std::string pid = std::to_string(::getpid());
    return Prefix + pid + "-" + startTime(pid);
}

bool ownerIsAlive(const std::string& name) {
    std::istringstream parts(name.substr(std::strlen(Prefix)));
    std::string pid;
    std::string started;
    std::getline(parts, pid, '-');
    std::getline(parts, started, '-');
    return !started.empty() && startTime(pid) == started;
}

std::vector<std::string> subfolders(const std::string& folder) {
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), ::closedir);
    while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) {
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.') {
            names.emplace_back(entry->d_name);
        }
    }
    return names;
}

/// A used memory cgroup that is removed with pages still charged to it stays in the kernel as a dying one.
void forgetPages(const std::string& folder) {
    write(folder + "/memory.force_empty", "0");
}

void removeWithChildren(const std::string& folder) {
    for (const std::string& name : subfolders(folder)) {
        forgetPages(folder + "/" + name);
        ::rmdir((folder + "/" + name).c_str());
    }
    forgetPages(folder);
    ::rmdir(folder.c_str());
}

void removeLeftovers(const std::string& parent) {
    for (const std::string& name : subfolders(parent)) {
        if (name.starts_with(Prefix) && !ownerIsAlive(name)) {
            removeWithChildren(parent + "/" + name);
        }
    }
}

bool setMemoryLimit(const std::string& folder, Bytes memory) {
    const std::string bytes = std::to_string(memory.count());
    const bool limited = write(folder + "/memory.limit_in_bytes", bytes);
    write(folder + "/memory.memsw.limit_in_bytes", bytes); // Absent where swap isn't accounted.
    write(folder + "/memory.swappiness", "0");
    return limited;
}

} // namespace

Cgroup1Tree Cgroup1Tree::create() {
    Cgroup1Tree tree;
    for (const char* controller : Controllers) {
        const std::string own = ownFolder(controller);
        if (own.empty()) {
            tree.m_reason = std::string("no version 1 cgroup hierarchy with the ") + controller + " controller";
            return tree;
        }
        removeLeftovers(own);
        tree.m_parents.push_back(own + "/" + ownName());
        if (::mkdir(tree.m_parents.back().c_str(), 0755) != 0) {
            tree.m_reason = std::string("no cgroup can be made under ") + own + ": " + std::strerror(errno);
            tree.m_parents.pop_back();
            tree.removeAll();
            return tree;
        }
    }
    const RunCgroup probe = tree.make(Bytes::mib(64), 8);
    if (probe.folders.empty() || open(probe).empty()) {
        tree.m_reason = std::string("making a cgroup with limits: ") + std::strerror(errno);
        tree.removeAll();
    }
    remove(probe);
    return tree;
}

Cgroup1Tree Cgroup1Tree::unwanted() {
    Cgroup1Tree tree;
    tree.m_reason = "version 1 cgroups are switched off";
    return tree;
}

RunCgroup Cgroup1Tree::make(Bytes memory, unsigned processes) {
    RunCgroup cgroup;
    const std::string name = "run" + std::to_string(m_made++);
    for (const std::string& parent : m_parents) {
        const std::string folder = parent + "/" + name;
        if (::mkdir(folder.c_str(), 0755) != 0) {
            remove(cgroup);
            return {};
        }
        cgroup.folders.push_back(folder);
    }
    if (!setMemoryLimit(cgroup.folders[0], memory) ||
        !write(cgroup.folders[2] + "/pids.max", std::to_string(processes))) {
        remove(cgroup);
        return {};
    }
    return cgroup;
}

std::vector<UniqueFd> Cgroup1Tree::open(const RunCgroup& cgroup) {
    struct File {
        std::size_t controller;
        const char* name;
        int flags;
    };
    constexpr File Files[] = {{0, "cgroup.procs", O_WRONLY},       {1, "cgroup.procs", O_WRONLY},
                              {2, "cgroup.procs", O_WRONLY},       {1, "cpuacct.usage", O_RDONLY},
                              {1, "cpuacct.usage_user", O_RDONLY}, {0, "memory.max_usage_in_bytes", O_RDONLY},
                              {0, "memory.oom_control", O_RDONLY}};
    std::vector<UniqueFd> descriptors;
    for (const File& file : Files) {
        const std::string path = cgroup.folders[file.controller] + "/" + file.name;
        descriptors.emplace_back(::open(path.c_str(), file.flags | O_CLOEXEC));
        if (!descriptors.back()) {
            return {};
        }
    }
    return descriptors;
}

bool Cgroup1Tree::remove(const RunCgroup& cgroup) {
    bool removed = true;
    for (const std::string& folder : cgroup.folders) {
        forgetPages(folder);
        removed = (::rmdir(folder.c_str()) == 0 || errno == ENOENT) && removed;
    }
    return removed;
}

void Cgroup1Tree::removeAll() const {
    for (const std::string& parent : m_parents) {
        removeWithChildren(parent);
    }
}

} // namespace grindstone::sandbox::helper
