// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/process_tree.h"

#include "sandbox/base/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

namespace {

using std::chrono::nanoseconds;

std::string folderOf(pid_t pid) {
    return "/proc/" + std::to_string(pid);
}

/// The fields of a process's or thread's stat file that matter here; see proc(5).
struct Stat {
    char state = 'Z';
    unsigned long long ticksOfChildren = 0; ///< cutime + cstime
};

bool readStat(const std::string& folder, Stat& stat) {
    const UniqueFd file(::open((folder + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
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
    const int matched = std::sscanf(fields + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %llu %llu",
                                    &stat.state, &childUser, &childSystem);
    stat.ticksOfChildren = childUser + childSystem;
    return matched == 3;
}

/// Every number but 1, which is init's, among the names in a folder of /proc.
template<typename Visit> void forEachIn(const std::string& folder, Visit visit) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), ::closedir);
    while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) {
        if (const pid_t id = std::atoi(entry->d_name); id > 1) {
            visit(id);
        }
    }
}

/// The text of a file in /proc from `key` on, a line's start, as a number of KiB.
std::optional<Bytes> kibIn(const std::array<char, 4096>& text, const char* key) {
    const char* field = std::strstr(text.data(), key);
    return field != nullptr ? std::optional(Bytes::kib(std::strtoull(field + std::strlen(key), nullptr, 10)))
                            : std::nullopt;
}

std::array<char, 4096> readText(const std::string& path) {
    std::array<char, 4096> text{};
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    [[maybe_unused]] const ssize_t got = file ? ::read(file.get(), text.data(), text.size() - 1) : 0;
    return text;
}

struct Resident {
    Bytes own;   ///< anonymous and shared memory
    Bytes files; ///< pages of files, which the machine would have anyway
};

/// Nothing for a thread that has ended.
std::optional<Resident> residentOf(const std::string& folder) {
    const auto text = readText(folder + "/status");
    const auto anonymous = kibIn(text, "\nRssAnon:");
    const auto files = kibIn(text, "\nRssFile:");
    const auto shared = kibIn(text, "\nRssShmem:");
    return anonymous && files && shared ? std::optional(Resident{*anonymous + *shared, *files}) : std::nullopt;
}

/// A process whose first thread has ended shows its memory in its other threads alone.
Resident residentOf(pid_t pid) {
    std::optional<Resident> resident = residentOf(folderOf(pid));
    if (!resident) {
        const std::string threads = folderOf(pid) + "/task";
        forEachIn(threads, [&](pid_t thread) {
            if (!resident) {
                resident = residentOf(threads + "/" + std::to_string(thread));
            }
        });
    }
    return resident.value_or(Resident());
}

/// The process's proportional set without files: each page divided by the number of processes that have it.
Bytes proportional(pid_t pid) {
    const auto text = readText(folderOf(pid) + "/smaps_rollup");
    return kibIn(text, "\nPss_Anon:").value_or(Bytes()) + kibIn(text, "\nPss_Shmem:").value_or(Bytes());
}

void add(TreeReading& reading, pid_t pid) {
    Stat stat;
    if (!readStat(folderOf(pid), stat)) {
        return;
    }
    static const long ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    reading.cpu += cpuOf(pid) + nanoseconds(stat.ticksOfChildren * (1'000'000'000ULL / ticksPerSecond));
    const Resident resident = residentOf(pid);
    reading.resident = reading.resident + resident.own;
    reading.largestFiles = std::max(reading.largestFiles, resident.files);
    reading.processes += stat.state == 'Z' ? 0 : 1;
}

/// Children of the calling process and theirs, in an order in which each comes before its own. A process that is born
/// meanwhile may be missed.
std::vector<pid_t> descendants() {
    std::vector<pid_t> found{::getpid()};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string threads = folderOf(found[i]) + "/task";
        forEachIn(threads, [&](pid_t thread) {
            std::ifstream children(threads + "/" + std::to_string(thread) + "/children");
            for (pid_t child = 0; children >> child;) {
                found.push_back(child);
            }
        });
    }
    found.erase(found.begin());
    return found;
}

bool isRunnable(const std::string& threadFolder) {
    Stat stat;
    return readStat(threadFolder, stat) && (stat.state == 'R' || stat.state == 'D');
}

} // namespace

template<typename Visit> void ProcessTree::forEach(Visit visit) const {
    if (m_extent == Extent::Namespace) {
        forEachIn("/proc", visit);
        return;
    }
    for (const pid_t pid : descendants()) {
        visit(pid);
    }
}

TreeReading ProcessTree::read() const {
    TreeReading reading;
    forEach([&](pid_t pid) { add(reading, pid); });
    return reading;
}

template<typename Visit> void ProcessTree::forEachThread(Visit visit) const {
    forEach([&](pid_t pid) {
        const std::string threads = folderOf(pid) + "/task";
        forEachIn(threads, [&](pid_t thread) { visit(threads + "/" + std::to_string(thread)); });
    });
}

bool ProcessTree::anyThreadRunnable() const {
    bool runnable = false;
    forEachThread([&](const std::string& folder) { runnable = runnable || isRunnable(folder); });
    return runnable;
}

nanoseconds ProcessTree::longestWaitForCpu() const {
    nanoseconds longest{0};
    forEachThread([&](const std::string& folder) { longest = std::max(longest, waitForCpuOf(folder)); });
    return longest;
}

Bytes ProcessTree::readSharedOnce() const {
    Bytes sum;
    forEach([&](pid_t pid) { sum = sum + proportional(pid); });
    return sum;
}

/// In a PID namespace kill(-1) reaches everything but its init at once, and no fork can outrun it, since the kernel
/// lets no process with a pending kill fork. Elsewhere one round may miss what is just being born: killAll() makes
/// more until nothing is left.
void ProcessTree::sendKill() const {
    if (m_extent == Extent::Namespace) {
        ::kill(-1, SIGKILL);
        return;
    }
    for (const pid_t pid : descendants()) {
        ::kill(pid, SIGKILL);
    }
}

unsigned ProcessTree::killAll(pid_t first) const {
    constexpr useconds_t RoundMicroseconds = 500;
    const int waiting = m_extent == Extent::Namespace ? 0 : WNOHANG;
    unsigned others = 0;
    sendKill();
    while (true) {
        int status = 0;
        const pid_t pid = ::waitpid(-1, &status, waiting);
        if (pid < 0 && errno == ECHILD) {
            return others;
        }
        if (pid == 0) {
            ::usleep(RoundMicroseconds);
            sendKill();
        }
        others += pid > 0 && pid != first && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 1 : 0;
    }
}

/// To the nanosecond, where the ticks of /proc are 10 ms long.
nanoseconds cpuOf(pid_t process) {
    clockid_t clock = 0;
    timespec time{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        return nanoseconds(0);
    }
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// The second number of schedstat: nanoseconds in a run queue.
nanoseconds waitForCpuOf(const std::string& threadFolder) {
    const auto text = readText(threadFolder + "/schedstat");
    unsigned long long waited = 0;
    return nanoseconds(std::sscanf(text.data(), "%*u %llu", &waited) == 1 ? waited : 0);
}

unsigned threadsOf(uid_t user) {
    unsigned threads = 0;
    forEachIn("/proc", [&](pid_t pid) {
        struct stat status {};
        if (::stat(folderOf(pid).c_str(), &status) == 0 && status.st_uid == user) {
            forEachIn(folderOf(pid) + "/task", [&](pid_t) { ++threads; });
        }
    });
    return threads;
}

} // namespace grindstone::sandbox::helper
