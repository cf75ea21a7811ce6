// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_feedback.h"
#include "judge/problem/problem.h"
#include "judge/verdict.h"
#include "sandbox/base/result.h"

#include <optional>
#include <string>

namespace grindstone::judge {

/// What a package's program that looks at the submission itself says of it, in one static validation test case.
struct StaticResult {
    std::string group; ///< "secret/group1"
    Visibility visibility = Visibility::Shown;
    Verdict verdict = Verdict::Accepted; ///< Accepted, Partial, WrongAnswer or JudgeError
    CheckerFeedback feedback;
    std::optional<double> score;    ///< where it counts for itself in a scored problem
    std::optional<double> maxScore; ///< the same
    std::optional<Error> error;     ///< for JudgeError
};

} // namespace grindstone::judge
