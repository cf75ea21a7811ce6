// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/case_rules.h"
#include "judge/engine/case_runner.h"
#include "judge/engine/judge.h"
#include "judge/engine/worker_pool.h"

#include <condition_variable>
#include <mutex>

namespace grindstone::judge {

/// Runs the cases of one submission on a pool's workers, several at a time, and gives back results in case order that
/// don't depend on which case happened to end first: what has no weight once others failed is Skipped, even if it had
/// run already.
class CaseSequence : public std::enable_shared_from_this<CaseSequence> {
public:
    /// `progress` is used only while run() runs.
    CaseSequence(std::vector<PlannedCase> cases, const RunSetup& setup, RunGate& gate, CaseRules rules,
                 const ProgressSink& progress);

    /// Blocks until all is done, or until a moment after a stop request: then cases without a result are Skipped. Call
    /// it once, on an object that a shared_ptr owns: tasks that are still queued then keep it.
    std::vector<CaseResult> run(WorkerPool& pool, std::stop_token stop);

private:
    void runNext(BoxSlot& slot);
    std::optional<std::size_t> claim();
    void finish(std::size_t index, std::optional<CaseResult> result);
    void passOverWhatNeverCounts();
    void leaveOutWithoutWeight();
    void passOverSkipped();
    bool isDone() const { return m_next == m_cases.size() && m_active == 0; }
    void skipTheRest();
    void tell(const Progress& event) const;

    const std::vector<PlannedCase> m_cases;
    CaseRunner m_runner;
    const CaseRules m_rules;
    const ProgressSink& m_progress;
    std::vector<std::stop_source> m_stops; ///< one a case

    std::mutex m_mutex; ///< guards what follows, and makes progress come one at a time
    std::condition_variable_any m_changed;
    std::vector<std::optional<CaseResult>> m_results;
    std::size_t m_next = 0;
    std::size_t m_active = 0;
    std::vector<bool> m_skipped;
};

} // namespace grindstone::judge
