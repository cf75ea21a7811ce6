// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process_census.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace grindstone::tests {

namespace {

namespace fs = std::filesystem;

/// What there is to read; a process may end in the middle of it.
std::string readFile(const fs::path& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    std::array<char, 1 << 14> buffer;
    for (ssize_t got = 0; file && (got = ::read(file.get(), buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

fs::path folderOf(pid_t process) {
    return fs::path("/proc") / std::to_string(process);
}

struct Stat {
    std::string name;
    char state = 'X';
    pid_t parent = 0;
};

std::optional<Stat> statOf(pid_t process) {
    const std::string text = readFile(folderOf(process) / "stat");
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')');
    if (open == std::string::npos || close == std::string::npos) {
        return std::nullopt;
    }
    Stat stat;
    stat.name = text.substr(open + 1, close - open - 1);
    std::istringstream(text.substr(close + 1)) >> stat.state >> stat.parent;
    return stat;
}

/// The rest of the line of /proc/PID/status that begins with `key`.
std::string statusLine(pid_t process, const std::string& key) {
    std::ifstream file(folderOf(process) / "status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(key + ":")) {
            return line.substr(key.size() + 1);
        }
    }
    return {};
}

/// "grindbox-0a1b2c3d-123-456" names 123.
bool namesOneOf(const std::string& name, const std::set<pid_t>& owners) {
    std::istringstream parts(name);
    for (std::string part; std::getline(parts, part, '-');) {
        if (owners.contains(std::atoi(part.c_str()))) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> cgroupMounts() {
    std::vector<std::string> places;
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.find(" - cgroup") != std::string::npos) {
            std::istringstream fields(line);
            std::string place;
            for (int i = 0; i < 5; ++i) {
                fields >> place;
            }
            places.push_back(place);
        }
    }
    return places;
}

} // namespace

void adoptOrphans() {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

void reapAdopted(const std::set<pid_t>& others) {
    for (const pid_t child : childrenOf(::getpid())) {
        if (isDead(child) && !others.contains(child)) {
            ::waitpid(child, nullptr, WNOHANG);
        }
    }
}

/// From the kernel's own list: what is killed lives for a millisecond, and a look at all of /proc takes longer.
std::vector<pid_t> childrenOf(pid_t parent) {
    std::vector<pid_t> children;
    std::error_code error;
    fs::directory_iterator thread(folderOf(parent) / "task", error);
    for (; !error && thread != fs::directory_iterator(); thread.increment(error)) {
        std::istringstream numbers(readFile(thread->path() / "children"));
        for (pid_t child = 0; numbers >> child;) {
            children.push_back(child);
        }
    }
    return children;
}

std::vector<pid_t> descendantsOf(pid_t parent) {
    std::vector<pid_t> found{parent};
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::ranges::copy(childrenOf(found[i]), std::back_inserter(found));
    }
    found.erase(found.begin());
    return found;
}

std::string describe(const std::vector<pid_t>& processes) {
    std::ostringstream text;
    for (const pid_t process : processes) {
        if (const auto stat = statOf(process)) {
            text << process << " (" << stat->name << ") " << stat->state << " below " << stat->parent << ", ";
        }
    }
    return text.str();
}

std::string nameOf(pid_t process) {
    const auto stat = statOf(process);
    return stat ? stat->name : std::string();
}

std::string programOf(pid_t process) {
    std::string line = readFile(folderOf(process) / "cmdline");
    std::ranges::replace(line, '\0', ' ');
    return line;
}

bool isDead(pid_t process) {
    const auto stat = statOf(process);
    return !stat || stat->state == 'Z' || stat->state == 'X';
}

bool isInitOfNamespace(pid_t process) {
    std::istringstream numbers(statusLine(process, "NSpid"));
    std::vector<int> levels;
    for (int number = 0; numbers >> number;) {
        levels.push_back(number);
    }
    return levels.size() > 1 && levels.back() == 1;
}

bool killBelow(pid_t ancestor, pid_t process) {
    // Pinned first: the number can't become another process's while it is looked at.
    const UniqueFd pinned(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    pid_t above = process;
    while (above > 1 && above != ancestor) {
        const auto stat = statOf(above);
        above = stat ? stat->parent : 0;
    }
    if (!pinned || above != ancestor) {
        return false;
    }
    return ::syscall(SYS_pidfd_send_signal, pinned.get(), SIGKILL, nullptr, 0) == 0;
}

std::optional<int> openDescriptorsOf(pid_t process) {
    std::error_code error;
    fs::directory_iterator entry(folderOf(process) / "fd", error);
    if (error) {
        return std::nullopt;
    }
    int count = process == ::getpid() ? -1 : 0; // The one that lists them.
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        ++count;
    }
    return count;
}

long descriptorTableOf(pid_t process) {
    return std::atol(statusLine(process, "FDSize").c_str());
}

std::optional<int> mountsOf(pid_t process) {
    const std::string text = readFile(folderOf(process) / "mountinfo");
    return text.empty() ? std::nullopt : std::optional(static_cast<int>(std::ranges::count(text, '\n')));
}

long residentKib(pid_t process) {
    return std::atol(statusLine(process, "VmRSS").c_str());
}

long dataKib(pid_t process) {
    return std::atol(statusLine(process, "VmData").c_str());
}

std::vector<std::string> cgroupsOf(const std::set<pid_t>& owners) {
    std::vector<std::string> found;
    for (const std::string& mount : cgroupMounts()) {
        std::error_code error;
        fs::recursive_directory_iterator entry(mount, fs::directory_options::skip_permission_denied, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name.starts_with("grindbox-")) {
                entry.disable_recursion_pending(); // What vanishes while it is entered would end the search.
                if (namesOneOf(name, owners)) {
                    found.push_back(entry->path().string());
                }
            }
        }
    }
    return found;
}

std::optional<int> countedCgroups(const std::string& controller) {
    std::ifstream file("/proc/cgroups");
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string name;
        int hierarchy = 0;
        int count = 0;
        if (fields >> name >> hierarchy >> count && name == controller && hierarchy > 0) {
            return count;
        }
    }
    return std::nullopt;
}

std::set<std::string> temporaryFiles() {
    const char* chosen = std::getenv("TMPDIR");
    std::set<std::string> found;
    for (const std::string folder : {"/tmp", "/var/tmp", "/dev/shm", chosen != nullptr ? chosen : "/tmp"}) {
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if ((name.starts_with("grindstone") || name.starts_with("grindbox-")) &&
                name.find('.') == std::string::npos) {
                found.insert(entry->path().string());
            }
        }
    }
    return found;
}

} // namespace grindstone::tests
