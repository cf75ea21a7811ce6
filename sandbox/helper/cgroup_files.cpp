// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

namespace grindstone::sandbox::helper {

namespace {

constexpr std::string_view Prefix = "grindbox-";

bool hasWord(const std::string& commaList, const std::string& word) {
    std::istringstream list(commaList);
    for (std::string item; std::getline(list, item, ',');) {
        if (item == word) {
            return true;
        }
    }
    return false;
}

/// This process's path in a hierarchy, from /proc/self/cgroup ("4:memory:/a/b"; "0::/a/b" for version 2).
std::string ownPath(const std::string& controller) {
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (second == std::string::npos) {
            continue;
        }
        const std::string controllers = line.substr(first + 1, second - first - 1);
        if (controller.empty() ? line.starts_with("0::") : hasWord(controllers, controller)) {
            return line.substr(second + 1);
        }
    }
    return {};
}

struct Hierarchy {
    std::string root;  ///< which part of the hierarchy is mounted
    std::string place; ///< where
};

/// The mount of a hierarchy, from /proc/self/mountinfo.
Hierarchy findHierarchy(const std::string& controller) {
    const std::string type = controller.empty() ? " - cgroup2 " : " - cgroup ";
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t dash = line.find(type);
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
        if (controller.empty() || hasWord(options, controller)) {
            return found;
        }
    }
    return {};
}

std::string bootId() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    file >> id;
    return id.substr(0, id.find('-'));
}

/// Field 22 of /proc/PID/stat: when the process started, in ticks since boot. Empty when there is no such process.
std::string startTime(const std::string& pid) {
    // Not by a stream: reading throws when the process ends in between.
    const UniqueFd file(::open(("/proc/" + pid + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
    std::string text(1024, '\0');
    const ssize_t got = file ? ::read(file.get(), text.data(), text.size()) : -1;
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
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

bool ownerIsAlive(const std::string& name) {
    std::istringstream parts(name.substr(Prefix.size()));
    std::string boot;
    std::string pid;
    std::string started;
    std::getline(parts, boot, '-');
    std::getline(parts, pid, '-');
    std::getline(parts, started, '-');
    return boot == bootId() && !started.empty() && startTime(pid) == started;
}

} // namespace

bool writeCgroupFile(const std::string& path, std::string_view text) {
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return file && ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::vector<std::string> wordsOf(const std::string& path) {
    std::ifstream file(path);
    return {std::istream_iterator<std::string>(file), std::istream_iterator<std::string>()};
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

std::string ownCgroupFolder(const std::string& controller) {
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

std::string cgroup2Mount() {
    return findHierarchy({}).place;
}

std::string ownName() {
    const std::string pid = std::to_string(::getpid());
    return std::string(Prefix) + bootId() + "-" + pid + "-" + startTime(pid);
}

bool isLeftover(const std::string& name) {
    return name.starts_with(Prefix) && !ownerIsAlive(name);
}

void removeLeftovers(const std::string& parent) {
    for (const std::string& name : subfolders(parent)) {
        if (isLeftover(name)) {
            removeCgroup(parent + "/" + name);
        }
    }
}

/// A used memory cgroup of version 1 that is removed with pages still charged to it stays in the kernel as a dying one.
/// Takes as long as there are pages.
static bool removeEmpty(const std::string& folder) {
    writeCgroupFile(folder + "/memory.force_empty", "0");
    return ::rmdir(folder.c_str()) == 0 || errno == ENOENT;
}

bool removeCgroup(const std::string& folder) {
    for (const std::string& name : subfolders(folder)) {
        removeEmpty(folder + "/" + name);
    }
    return removeEmpty(folder);
}

void removeAll(const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
        removeCgroup(folder);
    }
}

bool openLease(RunCgroup& cgroup, const std::vector<LeasedFile>& files) {
    for (const LeasedFile& file : files) {
        UniqueFd descriptor(::open(file.path.c_str(), file.flags | O_CLOEXEC));
        if (descriptor) {
            cgroup.lease.files |= std::uint64_t{1} << static_cast<unsigned>(file.file);
            cgroup.files.push_back(std::move(descriptor));
        } else if (!file.optional) {
            return false;
        }
    }
    return true;
}

} // namespace grindstone::sandbox::helper
