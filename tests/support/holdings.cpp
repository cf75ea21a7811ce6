// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/holdings.h"

#include "tests/support/process_census.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>
#include <vector>

namespace grindstone::tests {

namespace {

using namespace std::chrono_literals;

constexpr long MemoryAllowanceKib = 264;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool OwnMemoryTells = false; ///< a sanitizer keeps more and more of its own in this process
#else
constexpr bool OwnMemoryTells = true;
#endif

/// Folders in these cgroups, themselves among them.
long foldersIn(const std::vector<std::string>& cgroups) {
    auto count = static_cast<long>(cgroups.size());
    for (const std::string& cgroup : cgroups) {
        std::error_code error;
        std::filesystem::recursive_directory_iterator entry(cgroup, error);
        for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
            count += entry->is_directory() ? 1 : 0;
        }
    }
    return count;
}

std::string change(const std::string& what, long before, long after) {
    return what + ": " + std::to_string(before) + " → " + std::to_string(after) + "\n";
}

} // namespace

Holdings look() {
    Holdings now;
    std::vector<pid_t> processes = descendantsOf(::getpid());
    now.counts["processes"] = static_cast<long>(processes.size());
    const std::vector<pid_t> helpers = childrenOf(::getpid());
    now.counts["cgroups"] = foldersIn(cgroupsOf({helpers.begin(), helpers.end()}));
    // What runs are made ready in is another one for each run.
    std::erase_if(processes, [](pid_t process) { return isDead(process) || isInitOfNamespace(process); });
    processes.push_back(::getpid());
    for (const pid_t process : processes) {
        const std::string name = nameOf(process);
        if (process != ::getpid() && name != "grind-keeper" && name != "grind-sweeper" && name != "grindstone-sand") {
            continue;
        }
        now.counts["descriptors of " + name] = openDescriptorsOf(process).value_or(-1);
        now.counts["descriptor table of " + name] = descriptorTableOf(process);
        if (name == "grind-keeper") { // The others share the machine's.
            now.counts["mounts of " + name] = mountsOf(process).value_or(-1);
        }
        if (process != ::getpid() || OwnMemoryTells) {
            now.memoryKib["KiB of memory of " + name] = residentKib(process);
            now.memoryKib["KiB of data of " + name] = dataKib(process);
        }
    }
    return now;
}

Holdings atRest() {
    Holdings last = look();
    for (int attempt = 0, same = 0; attempt < 100 && same < 5; ++attempt) {
        std::this_thread::sleep_for(100ms);
        Holdings now = look();
        same = now.counts == last.counts ? same + 1 : 0;
        last = std::move(now);
    }
    return last;
}

std::string growth(const Holdings& before, const Holdings& now) {
    std::string text;
    const auto compare = [&text](const auto& old, const auto& all, long allowance) {
        for (const auto& [what, is] : all) {
            const auto found = old.find(what);
            const long was = found != old.end() ? found->second : 0;
            text += is > was + allowance ? change(what, was, is) : std::string();
        }
    };
    compare(before.counts, now.counts, 0);
    compare(before.memoryKib, now.memoryKib, MemoryAllowanceKib);
    return text;
}

std::string describe(const Holdings& holdings) {
    std::string text;
    for (const auto* all : {&holdings.counts, &holdings.memoryKib}) {
        for (const auto& [what, count] : *all) {
            text += "  " + what + ": " + std::to_string(count) + "\n";
        }
    }
    return text;
}

} // namespace grindstone::tests
