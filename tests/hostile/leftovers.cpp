// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/leftovers.h"

#include "tests/hostile/host_traces.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace grindstone::hostile {

namespace {

using namespace std::chrono_literals;

constexpr auto Patience = 8s;
constexpr auto Pause = 5ms;

template<typename Look> std::vector<std::string> retry(Look look) {
    const auto deadline = std::chrono::steady_clock::now() + Patience;
    std::vector<std::string> found = look();
    while (!found.empty() && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(Pause);
        found = look();
    }
    return found;
}

std::string describe(const Process& process) {
    std::string arguments = process.commandLine;
    std::ranges::replace(arguments, '\0', ' ');
    return "process " + std::to_string(process.pid) + " (" + process.name + ") of user " +
           std::to_string(process.user) + ": " + arguments;
}

} // namespace

LeftoverWatch::LeftoverWatch(std::string marker, std::string helperPath)
    : m_marker(std::move(marker)),
      m_helperPath(std::move(helperPath)), m_counts{{"helper processes", 0}, {"cgroups", 0}} {}

bool LeftoverWatch::isHelper(const Process& process) const {
    // A zombie has no command line any more. The helper leaves one for a while; the count will tell of a second.
    return process.commandLine.starts_with(m_helperPath + '\0') ||
           (process.commandLine.empty() && process.name.starts_with("grind"));
}

void LeftoverWatch::takeBaseline() {
    const std::vector<Process> family = descendantsOf(::getpid(), allProcesses());
    m_boxUsers.clear();
    m_cgroupNames.clear();
    for (const Process& process : family) {
        if (process.user != ::getuid()) {
            m_boxUsers.insert(process.user);
        }
        if (process.parent == ::getpid() && isHelper(process)) {
            m_cgroupNames.push_back("-" + std::to_string(process.pid) + "-");
        }
    }
    m_counts = count(family);
}

LeftoverWatch::Counts LeftoverWatch::count(const std::vector<Process>& family) const {
    Counts counts{{"cgroups", countCgroups(m_cgroupNames)}};
    counts["helper processes"] =
        static_cast<int>(std::ranges::count_if(family, [this](const Process& process) { return isHelper(process); }));
    for (const uid_t user : m_boxUsers) {
        counts["keys of user " + std::to_string(user)] = countKeysOf(user);
    }
    counts["keys of user " + std::to_string(::getuid())] = countKeysOf(::getuid());
    return counts;
}

std::vector<std::string> LeftoverWatch::foreignProcesses(const std::vector<Process>& all,
                                                         const std::vector<Process>& family) const {
    std::vector<std::string> found;
    for (const Process& process : all) {
        const bool ours = std::ranges::count(family, process.pid, &Process::pid) > 0 ||
                          process.commandLine.find(m_marker) != std::string::npos || m_boxUsers.contains(process.user);
        if (ours && process.pid != ::getpid() && !isHelper(process)) {
            found.push_back(describe(process));
        }
    }
    return found;
}

std::vector<std::string> LeftoverWatch::look(const Counts& allowed) const {
    const std::vector<Process> all = allProcesses();
    const std::vector<Process> family = descendantsOf(::getpid(), all);
    std::vector<std::string> found = foreignProcesses(all, family);
    for (const auto& [what, number] : count(family)) {
        const auto limit = allowed.find(what);
        if (number > (limit != allowed.end() ? limit->second : 0)) {
            found.push_back(std::to_string(number) + " " + what);
        }
    }
    std::ranges::move(hostTraces(), std::back_inserter(found));
    return found;
}

std::vector<std::string> LeftoverWatch::waitForNothing() const {
    return retry([this] { return look(m_counts); });
}

std::vector<std::string> LeftoverWatch::waitForNothingAtAll() const {
    Counts keysOnly = m_counts;
    keysOnly.erase("helper processes");
    keysOnly.erase("cgroups");
    return retry([&] { return look(keysOnly); });
}

} // namespace grindstone::hostile
