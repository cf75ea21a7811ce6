// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/owned_folders.h"

#include "sandbox/base/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string_view>

namespace grindstone::sandbox::helper {

namespace {

constexpr std::string_view Prefix = "grindbox-";

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

std::string ownName() {
    const std::string pid = std::to_string(::getpid());
    return std::string(Prefix) + bootId() + "-" + pid + "-" + startTime(pid);
}

bool isLeftover(const std::string& name) {
    return name.starts_with(Prefix) && !ownerIsAlive(name);
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

} // namespace grindstone::sandbox::helper
