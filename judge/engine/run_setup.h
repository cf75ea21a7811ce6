// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/interactor.h"
#include "judge/compare/comparator_spec.h"
#include "judge/engine/compiler.h"
#include "judge/engine/output_judge.h"
#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/report/report.h"

#include <memory>
#include <string>

namespace grindstone::judge {

/// One case to run: what is known of its result beforehand (name, visibility, files or custom texts), and how its
/// output is compared.
struct PlannedCase {
    CaseResult result;
    ComparatorSpec comparator;
};

/// How a submission's program is started and judged, the same for all of its cases.
struct RunSetup {
    const Language* language = nullptr;
    std::string tool;
    std::shared_ptr<const Program> program;
    EffectiveLimits limits;
    std::shared_ptr<const OutputJudge> outputJudge = builtInComparison();
    unsigned passes = 1;                          ///< at most, as the problem has it
    std::shared_ptr<const Interactor> interactor; ///< judges in the output judge's place, where there is one
    std::shared_ptr<const std::vector<ProgramFile>> workFiles; ///< for the working folder of every case; may be null
    StreamFiles streamFiles;
};

} // namespace grindstone::judge
