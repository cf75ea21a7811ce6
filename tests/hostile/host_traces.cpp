// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/host_traces.h"

#include "tests/hostile/programs/names.h"

#include <mqueue.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace grindstone::hostile {

namespace {

namespace fs = std::filesystem;

constexpr std::array SharedFolders{"/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/home", "/root"};
constexpr const char* CgroupRoot = "/sys/fs/cgroup";

/// Calls visit(path) for each folder below; a folder that vanishes meanwhile is no error.
template<typename Visit> void forEachFolder(const fs::path& root, Visit visit) {
    std::error_code error;
    fs::directory_iterator entry(root, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code gone;
        if (entry->symlink_status(gone).type() == fs::file_type::directory) {
            visit(entry->path());
            forEachFolder(entry->path(), visit);
        }
    }
}

void addFiles(std::vector<std::string>& found) {
    for (const char* folder : SharedFolders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (entry.path().filename().string().starts_with(HOSTILE_FILE)) {
                found.push_back("file " + entry.path().string());
            }
        }
    }
}

void addMounts(std::vector<std::string>& found) {
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t type = line.find(" - ");
        const std::string source = type == std::string::npos ? std::string() : line.substr(type);
        if (source.find(" grindstone ") != std::string::npos || source.find(" " HOSTILE_FILE) != std::string::npos) {
            found.push_back("mount " + line);
        }
    }
}

void addSystemV(std::vector<std::string>& found) {
    for (const char* kind : {"shm", "sem", "msg"}) {
        std::ifstream file(std::string("/proc/sysvipc/") + kind);
        std::string line;
        std::getline(file, line); // the headings
        while (std::getline(file, line)) {
            if (std::stol(line) == HOSTILE_KEY) {
                found.push_back(std::string("System V object (") + kind + ") " + line);
            }
        }
    }
}

void addQueue(std::vector<std::string>& found) {
    const mqd_t queue = ::mq_open(HOSTILE_QUEUE, O_RDONLY);
    if (queue >= 0 || errno == EACCES) {
        found.push_back("message queue " HOSTILE_QUEUE);
    }
    if (queue >= 0) {
        ::mq_close(queue);
    }
}

int countLiveMemoryCgroups() {
    int count = 1; // the root itself
    forEachFolder(std::string(CgroupRoot) + "/memory", [&](const fs::path&) { ++count; });
    return count;
}

} // namespace

std::vector<std::string> hostTraces() {
    std::vector<std::string> found;
    addFiles(found);
    addMounts(found);
    addSystemV(found);
    addQueue(found);
    return found;
}

int countCgroups(const std::vector<std::string>& nameParts) {
    int count = 0;
    forEachFolder(CgroupRoot, [&](const fs::path& folder) {
        count += std::ranges::any_of(
            nameParts, [&](const std::string& part) { return folder.string().find(part) != std::string::npos; });
    });
    return count;
}

int countKeysOf(uid_t user) {
    std::ifstream file("/proc/key-users");
    for (std::string line; std::getline(file, line);) {
        std::ranges::replace(line, '/', ' ');
        std::ranges::replace(line, ':', ' ');
        unsigned long id = 0;
        int usage = 0;
        int keys = 0;
        if (std::istringstream(line) >> id >> usage >> keys && id == user) {
            return keys;
        }
    }
    return 0;
}

int dyingMemoryCgroups() {
    std::ifstream file("/proc/cgroups");
    for (std::string line; std::getline(file, line);) {
        std::string name;
        int hierarchy = 0;
        int all = 0;
        if (std::istringstream(line) >> name >> hierarchy >> all && name == "memory" && hierarchy > 0) {
            return std::max(0, all - countLiveMemoryCgroups());
        }
    }
    return 0;
}

} // namespace grindstone::hostile
