// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outright_kill.h"

#include "tests/support/process_census.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>
#include <vector>

namespace grindstone::tests {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto Patience = 10s;

/// Watches what was below a program from the moment of its end on.
class Mourning {
public:
    Mourning(pid_t program, const std::set<pid_t>& bystanders);

    Aftermath watch();

private:
    std::vector<pid_t> alive();
    bool onlySweepersAlive();
    template<typename Condition> std::chrono::milliseconds waitFor(Condition condition) const;

    pid_t m_program;
    std::set<pid_t> m_bystanders;
    std::set<pid_t> m_helpers; ///< every one that was seen
    std::size_t m_below = 0;
    Clock::time_point m_killed;
};

Mourning::Mourning(pid_t program, const std::set<pid_t>& bystanders) : m_program(program), m_bystanders(bystanders) {
    m_below = descendantsOf(program).size();
    const std::vector<pid_t> helpers = childrenOf(program);
    m_helpers.insert(helpers.begin(), helpers.end());
    m_killed = Clock::now();
    ::kill(program, SIGKILL);
}

/// Whoever was left below the program has become a child of this process.
std::vector<pid_t> Mourning::alive() {
    std::set<pid_t> others = m_bystanders;
    others.insert(m_program); // Whoever started it reaps it.
    reapAdopted(others);
    std::vector<pid_t> found;
    for (const pid_t child : childrenOf(::getpid())) {
        if (m_bystanders.contains(child)) {
            continue;
        }
        if (child != m_program) {
            m_helpers.insert(child);
        }
        const std::vector<pid_t> below = descendantsOf(child);
        found.push_back(child);
        found.insert(found.end(), below.begin(), below.end());
    }
    std::erase_if(found, isDead);
    return found;
}

bool Mourning::onlySweepersAlive() {
    return std::ranges::all_of(alive(), [](pid_t process) { return nameOf(process) == "grind-sweeper"; });
}

template<typename Condition> std::chrono::milliseconds Mourning::waitFor(Condition condition) const {
    while (!condition() && Clock::now() - m_killed < Patience) {
        std::this_thread::sleep_for(2ms);
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_killed);
}

Aftermath Mourning::watch() {
    Aftermath aftermath;
    aftermath.below = m_below;
    aftermath.processes = waitFor([this] { return onlySweepersAlive(); });
    aftermath.everything = waitFor([this] { return alive().empty() && cgroupsOf(m_helpers).empty(); });
    aftermath.left = describe(alive());
    for (const std::string& cgroup : cgroupsOf(m_helpers)) {
        aftermath.left += cgroup + ", ";
    }
    return aftermath;
}

} // namespace

Aftermath killOutright(pid_t program, const std::set<pid_t>& bystanders) {
    return Mourning(program, bystanders).watch();
}

} // namespace grindstone::tests
