// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"
#include "judge/engine/box_slot.h"
#include "judge/engine/joined_sources.h"
#include "judge/engine/run_gate.h"
#include "judge/report/static_result.h"

#include <memory>

namespace grindstone::judge {

/// Runs a package's static validator: a program that looks at the files of a submission, which lie in its working
/// folder, and accepts or rejects them. Thread-safe.
class StaticValidation {
public:
    /// `gate` outlives it.
    StaticValidation(CheckerProgram program, CheckerAllowance allowance, RunGate& gate)
        : m_program(std::move(program)), m_allowance(allowance), m_gate(gate) {}

    /// What it says in one static validation test case. A failure of its own is a JudgeError in the result. Nothing
    /// when a stop request ended it; fails as the box does.
    Result<std::optional<StaticResult>> run(const StaticCase& staticCase, const Language& language,
                                            const JoinedSources& joined, BoxSlot& slot, std::stop_token stop) const;

private:
    CheckerProgram m_program;
    CheckerAllowance m_allowance;
    RunGate& m_gate;
};

} // namespace grindstone::judge
