// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/arena.h"

#include "tests/hostile/expectation.h"
#include "tests/hostile/host_traces.h"

#include <unistd.h>

#include <chrono>
#include <iterator>
#include <ranges>
#include <thread>

namespace grindstone::hostile {

namespace {

using namespace std::chrono_literals;

constexpr int Looks = 100; ///< at the dying cgroups, which the kernel frees when it comes to it
constexpr auto Pause = 50ms;
constexpr auto SettlingTime = 500ms; ///< until the helper has made all that it keeps ready

sandbox::SandboxOptions optionsFor(const std::string& tier) {
    sandbox::SandboxOptions options;
    options.cgroup2 = tier == "full";
    options.cgroup1 = tier == "full-v1";
    options.namespaces = tier != "no-namespaces";
    options.allowNoNamespaces = tier == "no-namespaces";
    return options;
}

} // namespace

Arena::Arena(std::unique_ptr<sandbox::Sandbox> sandbox, CaseFile control, const std::string& marker)
    : m_sandbox(std::move(sandbox)), m_control(std::move(control)), m_leftovers(marker, sandbox::findHelper()) {}

Result<std::unique_ptr<Arena>> Arena::open(const std::string& tier, Launcher& launcher, const std::string& marker) {
    CaseFile control = TRY(CaseFile::read(launcher.data() / "control.c"));
    const int dyingCgroups = dyingMemoryCgroups();
    auto sandbox = TRY(sandbox::Sandbox::start(sandbox::findHelper(), optionsFor(tier)));
    std::unique_ptr<Arena> arena(new Arena(std::move(sandbox), std::move(control), marker));
    arena->m_dyingCgroups = dyingCgroups;
    if (code(arena->capabilities().tier) == tier) {
        TRY(arena->openBoxes(launcher));
    }
    return arena;
}

Result<void> Arena::openBoxes(Launcher& launcher) {
    m_controlSpec = TRY(launcher.specFor(m_control, situation("")));
    std::vector<std::string> wrong;
    for (std::size_t box = 0; box < Boxes; ++box) {
        TRY(openBox(box));
        // Twice, so that what one run leaves for the helper to do when the next one comes is there.
        std::ranges::move(runControl(box), std::back_inserter(wrong));
        std::ranges::move(runControl(box), std::back_inserter(wrong));
    }
    std::this_thread::sleep_for(SettlingTime);
    m_leftovers.takeBaseline();
    return wrong.empty() ? Result<void>() : fail("hostile.box", wrong.front());
}

Result<void> Arena::openBox(std::size_t box) {
    m_boxes[box].reset();
    m_boxes[box] = TRY(m_sandbox->openBox(Launcher::boxOptions()));
    return {};
}

Situation Arena::situation(const std::string& role) const {
    return {std::string(code(capabilities().tier)), ::getuid() == 0 ? "root" : "ordinary", role};
}

Result<sandbox::Outcome> Arena::run(std::size_t box, const sandbox::LaunchSpec& spec) {
    if (!m_boxes[box]) {
        TRY(openBox(box));
    }
    return m_boxes[box]->run(spec, {});
}

std::vector<std::string> Arena::runControl(std::size_t box) {
    const auto outcome = run(box, m_controlSpec);
    if (!outcome) {
        return {"the box is broken: " + outcome.error().detail};
    }
    return differences(m_control, situation(""), *outcome, "\n\n");
}

std::vector<std::string> Arena::aftermath() {
    std::vector<std::string> found;
    for (std::size_t box = 0; box < Boxes; ++box) {
        std::vector<std::string> wrong = runControl(box);
        if (!wrong.empty()) {
            m_boxes[box].reset(); // The next run opens another.
            if (const auto opened = openBox(box); !opened) {
                wrong.push_back("no new box opens: " + opened.error().detail);
            }
        }
        for (const std::string& line : wrong) {
            found.push_back("the next run in box " + std::to_string(box) + ": " + line);
        }
    }
    for (const std::string& line : m_leftovers.waitForNothing()) {
        found.push_back("left on the host: " + line);
    }
    return found;
}

std::vector<std::string> Arena::end() {
    for (auto& box : m_boxes) {
        box.reset();
    }
    m_sandbox.reset();
    std::vector<std::string> found = m_leftovers.waitForNothingAtAll();
    if (m_leftovers.cgroups() == 0) {
        return found; // What dies are other people's.
    }
    int dying = dyingMemoryCgroups();
    for (int look = 0; look < Looks && dying > m_dyingCgroups; ++look) {
        std::this_thread::sleep_for(Pause);
        dying = dyingMemoryCgroups();
    }
    if (dying > m_dyingCgroups) {
        found.push_back(std::to_string(dying - m_dyingCgroups) + " memory cgroups that never die");
    }
    return found;
}

} // namespace grindstone::hostile
