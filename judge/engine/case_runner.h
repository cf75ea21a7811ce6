// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/pass_sequence.h"

#include <atomic>
#include <memory>

namespace grindstone::judge {

/// Runs cases of one submission, one call a case: input → passes → what the case came to. Thread-safe; each caller
/// brings its own slot.
class CaseRunner {
public:
    /// `gate` outlives the runner.
    CaseRunner(const RunSetup& setup, RunGate& gate);

    /// Nothing when a stop request ended it; otherwise the finished result, with JudgeError for a failure of ours.
    /// `waits` is told while there is no memory for it.
    std::optional<CaseResult> run(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop,
                                  const WaitSink& waits = {});

private:
    Result<std::optional<CaseResult>> judge(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop,
                                            const WaitSink& waits);
    Result<void> keepCaptures(sandbox::Outcome outcome, CaseResult& result);

    std::unique_ptr<const PassRunner> m_passes;
    PassSequence m_sequence;
    std::atomic<std::int64_t> m_captureBudget; ///< bytes that rejected cases may still keep beyond the short form
};

} // namespace grindstone::judge
