// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/process_list.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>

namespace grindstone::hostile {

namespace {

/// Empty when the process has ended, which a stream of the library would throw for.
std::string readAll(const std::string& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 4096> bytes;
    const ssize_t got = file ? ::read(file.get(), bytes.data(), bytes.size()) : 0;
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

/// False when it has ended in the meantime.
bool readProcess(Process& process) {
    const std::string folder = "/proc/" + std::to_string(process.pid);
    struct stat status {};
    const std::string text = readAll(folder + "/stat");
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')'); // The name itself may hold parentheses.
    if (::stat(folder.c_str(), &status) != 0 || close == std::string::npos) {
        return false;
    }
    char state = 0;
    std::istringstream(text.substr(close + 1)) >> state >> process.parent;
    process.name = text.substr(open + 1, close - open - 1);
    process.user = status.st_uid;
    process.commandLine = readAll(folder + "/cmdline");
    return true;
}

} // namespace

std::vector<Process> allProcesses() {
    std::vector<Process> processes;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
        Process process;
        process.pid = std::atoi(entry.path().filename().c_str());
        if (process.pid > 0 && readProcess(process)) {
            processes.push_back(std::move(process));
        }
    }
    return processes;
}

std::vector<Process> descendantsOf(pid_t ancestor, const std::vector<Process>& all) {
    std::set<pid_t> family{ancestor};
    std::vector<Process> found;
    for (bool grown = true; grown;) {
        grown = false;
        for (const Process& process : all) {
            if (family.contains(process.parent) && family.insert(process.pid).second) {
                found.push_back(process);
                grown = true;
            }
        }
    }
    return found;
}

} // namespace grindstone::hostile
