// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"
#include "judge/engine/run_gate.h"
#include "judge/engine/scoring.h"
#include "judge/engine/worker_pool.h"
#include "sandbox/outcome.h"

#include <memory>

namespace grindstone::judge {

/// What a legacy grader reads: a line for each item, "AC 12.5", with the codes AC, WA, TLE, RTE, MLE and OLE.
std::string graderInput(const std::vector<Grade>& items);

/// What a grader's finished run means. Fails with "grader.failed" (it crashed, ran into a limit, or said JE) and
/// "grader.no-grade" (something other than "CODE SCORE" on stdout); the detail names `where`.
Result<Grade> graderJudgement(const std::string& where, const sandbox::Outcome& outcome);

/// The package's own program for the grades of groups, run in a box on a worker. Copies are equal.
class CustomGrading {
public:
    /// `pool` and `gate` outlive it.
    CustomGrading(std::shared_ptr<const CheckerProgram> grader, CheckerAllowance allowance, WorkerPool& pool,
                  RunGate& gate, std::stop_token stop);

    /// Blocks. Fails as graderJudgement() and the box do; "judge.cancelled" after a stop request, "grader.missing"
    /// where the package has none.
    Result<Grade> operator()(const TestGroup& group, const std::vector<Grade>& items) const;

private:
    Result<sandbox::Outcome> run(const TestGroup& group, int input, BoxSlot& slot) const;

    std::shared_ptr<const CheckerProgram> m_grader;
    CheckerAllowance m_allowance;
    WorkerPool* m_pool;
    RunGate* m_gate;
    std::stop_token m_stop;
};

} // namespace grindstone::judge
