// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"
#include "judge/engine/output_judge.h"

#include <memory>

namespace grindstone::judge {

/// A package's program that talks with a submission's and judges it. Plain value.
struct Interactor {
    CheckerProgram program;
    CheckerAllowance allowance;
    /// Judges in turn what one of testlib's kind wrote as it talked, once it accepts; null: its own word is all.
    std::shared_ptr<const OutputJudge> outputJudge;
};

} // namespace grindstone::judge
