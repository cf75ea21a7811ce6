// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup_files.h"

#include "sandbox/helper/owned_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

namespace grindstone::sandbox::helper {

namespace {

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

/// Whether pages are charged to a memory cgroup of version 1. What the kernel has for itself there goes with it.
bool hasPages(const std::string& folder) {
    std::ifstream file(folder + "/memory.stat");
    std::uint64_t bytes = 0;
    for (std::string key; file >> key >> bytes;) {
        if ((key == "cache" || key == "rss" || key == "swap") && bytes != 0) {
            return true;
        }
    }
    return false;
}

/// A memory cgroup of version 1 that is removed with pages still charged to it stays in the kernel as a dying one.
/// Emptying it takes as long as there are pages and never less than a millisecond of work on all CPUs, so it is left
/// out where there are none: after most runs.
bool removeEmpty(const std::string& folder) {
    if (hasPages(folder)) {
        writeCgroupFile(folder + "/memory.force_empty", "0");
    }
    return ::rmdir(folder.c_str()) == 0 || errno == ENOENT;
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

void removeLeftovers(const std::string& parent) {
    for (const std::string& name : subfolders(parent)) {
        if (isLeftover(name)) {
            removeCgroup(parent + "/" + name);
        }
    }
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
