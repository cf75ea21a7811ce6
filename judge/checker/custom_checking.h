// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"
#include "judge/engine/output_judge.h"
#include "judge/engine/run_gate.h"

namespace grindstone::judge {

/// Judges outputs by running a package's checkers in boxes: all of them, until one rejects. What they see of a case are
/// copies in /case; what they write to /feedback is brought back as far as it is regular files.
class CustomChecking : public OutputJudge {
public:
    /// `checkers` isn't empty; `gate` outlives this.
    CustomChecking(std::vector<CheckerProgram> checkers, CheckerAllowance allowance, RunGate& gate);

    /// Fails as judgementOf() does, and with "file.unreadable".
    Result<std::optional<Comparison>> judge(const OutputToJudge& output, BoxSlot& slot,
                                            std::stop_token stop) const override;

private:
    Result<std::optional<Comparison>> runOne(const CheckerProgram& checker, const OutputToJudge& output, int answer,
                                             BoxSlot& slot, std::stop_token stop) const;

    std::vector<CheckerProgram> m_checkers;
    CheckerAllowance m_allowance;
    RunGate& m_gate;
};

} // namespace grindstone::judge
