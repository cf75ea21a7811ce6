// SPDX-License-Identifier: GPL-3.0-or-later
//
// What checks of a package want of its programs beside single runs: their judgement of outputs that nobody wrote just
// now, and the same for many cases at once.
#include "judge/checker/checker_building.h"
#include "judge/engine/program_runner.h"

#include <atomic>
#include <latch>
#include <thread>

namespace grindstone::judge {

Result<std::shared_ptr<const OutputJudge>> ProgramRunner::outputJudge(const Problem& problem, std::stop_token stop) {
    Problem checked;
    checked.checkers = problem.checkers;
    checked.limits = problem.limits;
    CheckerBuilding building(checked, m_languages, m_pool, m_gate, m_compiler, std::move(stop));
    return TRY(building.take()).outputJudge;
}

/// As many tasks as there may be threads take one number after the other. A pool of fewer threads runs some of them
/// when the others have left nothing to do.
Result<void> ProgramRunner::forEach(std::size_t count, const std::function<void(std::size_t, BoxSlot&)>& work,
                                    std::stop_token stop) {
    const auto most = static_cast<std::size_t>(std::max(1U, std::thread::hardware_concurrency()));
    const std::size_t tasks = std::min(count, most);
    std::latch done(static_cast<std::ptrdiff_t>(tasks));
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> outOfMemory = false;
    for (std::size_t task = 0; task < tasks; ++task) {
        m_pool.post([&](BoxSlot& slot) {
            try {
                for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
                    work(i, slot);
                }
            } catch (const std::bad_alloc&) {
                outOfMemory = true;
            }
            done.count_down();
        });
    }
    done.wait();
    return outOfMemory ? Result<void>(fail("judge.memory", "the judge ran out of memory")) : Result<void>();
}

} // namespace grindstone::judge
