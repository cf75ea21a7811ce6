// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator_spec.h"
#include "judge/engine/box_slot.h"
#include "judge/engine/compiler.h"
#include "judge/engine/output_judge.h"
#include "judge/engine/run_gate.h"
#include "judge/engine/verdict_rules.h"
#include "judge/language/language.h"
#include "judge/report/report.h"

#include <atomic>
#include <memory>

namespace grindstone::judge {

/// One case to run: what is known of its result beforehand (name, visibility, files or custom texts), and how its
/// output is compared.
struct PlannedCase {
    CaseResult result;
    ComparatorSpec comparator;
};

/// How a submission's program is started, the same for all of its cases.
struct RunSetup {
    const Language* language = nullptr;
    std::string tool;
    std::shared_ptr<const Program> program;
    EffectiveLimits limits;
    std::shared_ptr<const OutputJudge> outputJudge = builtInComparison();
};

/// Runs cases of one submission, one call a case: input → box → verdict → output judge. Thread-safe; each caller brings
/// its own slot.
class CaseRunner {
public:
    /// `gate` outlives the runner.
    CaseRunner(RunSetup setup, RunGate& gate);

    /// Nothing when a stop request ended it; otherwise the finished result, with JudgeError for a failure of ours.
    std::optional<CaseResult> run(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop);

private:
    struct Attempt {
        sandbox::Outcome outcome;
        RunFacts facts;
        bool overlapped = false;
    };
    enum class Company { Shared, Alone };

    Result<std::optional<Attempt>> attempt(int input, Company company, BoxSlot& slot, std::stop_token stop);
    Result<std::optional<CaseResult>> judge(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop);
    /// A failure of it is in the result, which says of the run what it did before. False when a stop request ended it.
    bool judgeOutput(const PlannedCase& planned, int input, int output, BoxSlot& slot, std::stop_token stop,
                     CaseResult& result) const;
    Result<std::optional<Comparison>> compareOutput(const PlannedCase& planned, int input, int output, BoxSlot& slot,
                                                    std::stop_token stop) const;
    Result<void> keepCaptures(sandbox::Outcome outcome, CaseResult& result);
    sandbox::LaunchSpec launchSpec(int input) const;

    RunSetup m_setup;
    RunGate& m_gate;
    std::atomic<std::int64_t> m_captureBudget; ///< bytes that rejected cases may still keep beyond the short form
};

} // namespace grindstone::judge
