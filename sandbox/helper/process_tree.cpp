// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/process_tree.h"

#include "sandbox/base/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

using std::chrono::nanoseconds;

/// The fields of /proc/PID/stat that matter here; see proc(5).
struct Stat {
    char state = 'Z';
    unsigned long long ticksOfChildren = 0; ///< cutime + cstime
    unsigned long long residentPages = 0;
};

bool readStat(pid_t pid, Stat& stat) {
    const std::string path = "/proc/" + std::to_string(pid) + "/stat";
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 1024> text{};
    if (!file || ::read(file.get(), text.data(), text.size() - 1) <= 0) {
        return false;
    }
    // The name may hold anything, also parentheses: the fields begin behind the last one.
    const char* fields = std::strrchr(text.data(), ')');
    if (fields == nullptr) {
        return false;
    }
    unsigned long long childUser = 0;
    unsigned long long childSystem = 0;
    const int matched = std::sscanf(fields + 1,
                                    " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %llu %llu %*d %*d %*d %*d "
                                    "%*u %*u %llu",
                                    &stat.state, &childUser, &childSystem, &stat.residentPages);
    stat.ticksOfChildren = childUser + childSystem;
    return matched == 4;
}

/// The process's own CPU time to the nanosecond (the ticks of /proc are 10 ms long).
nanoseconds ownCpu(pid_t pid) {
    clockid_t clock = 0;
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        return nanoseconds(0);
    }
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// The process's proportional set: each page divided by the number of processes that have it.
Bytes proportional(pid_t pid) {
    const std::string path = "/proc/" + std::to_string(pid) + "/smaps_rollup";
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 2048> text{};
    const bool read = file && ::read(file.get(), text.data(), text.size() - 1) > 0;
    const char* field = read ? std::strstr(text.data(), "\nPss:") : nullptr;
    return field != nullptr ? Bytes::kib(std::strtoull(field + std::strlen("\nPss:"), nullptr, 10)) : Bytes();
}

void add(TreeReading& reading, pid_t pid) {
    Stat stat;
    if (!readStat(pid, stat)) {
        return;
    }
    static const long ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    static const long pageSize = ::sysconf(_SC_PAGESIZE);
    reading.cpu += ownCpu(pid) + nanoseconds(stat.ticksOfChildren * (1'000'000'000ULL / ticksPerSecond));
    reading.resident = reading.resident + Bytes(stat.residentPages * static_cast<unsigned long>(pageSize));
    reading.processes += stat.state == 'Z' ? 0 : 1;
    reading.runnable = reading.runnable || stat.state == 'R' || stat.state == 'D';
}

/// Every process of this PID namespace but its init.
template<typename Visit> void forEachProcess(Visit visit) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir("/proc"), ::closedir);
    while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) {
        if (const pid_t pid = std::atoi(entry->d_name); pid > 1) {
            visit(pid);
        }
    }
}

} // namespace

TreeReading readProcessTree() {
    TreeReading reading;
    forEachProcess([&](pid_t pid) { add(reading, pid); });
    return reading;
}

Bytes readSharedOnce() {
    Bytes sum;
    forEachProcess([&](pid_t pid) { sum = sum + proportional(pid); });
    return sum;
}

} // namespace grindstone::sandbox::helper
