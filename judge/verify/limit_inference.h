// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"
#include "judge/problem/problem.h"

#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What a submission needs on its slowest case, as a time limit counts it: CPU time divided by its language's
/// multiplier, so that submissions in different languages can be compared.
struct MeasuredTime {
    std::string submission; ///< "submissions/accepted/a.cpp"
    std::chrono::nanoseconds time{0};
    bool endless = false; ///< it waited for something and would have gone on
};

/// A time limit and how it came about.
struct InferredLimit {
    std::chrono::milliseconds limit{0};
    std::string slowest; ///< the submission that decided
    std::chrono::milliseconds slowestTime{0};
    double multiplier = 0;
    std::chrono::milliseconds resolution{1000};
    std::vector<Finding> findings;
};

/// The smallest multiple of the rule's resolution, at least one, that is as far from the slowest accepted submission as
/// the rule wants. Nothing without any submission.
std::optional<InferredLimit> inferLimit(const TimingRule& rule, const std::vector<MeasuredTime>& accepted);

/// Submissions that a limit leaves too little room: warnings.
std::vector<Finding> findNarrowMargins(const ProblemLimits& limits, const std::vector<MeasuredTime>& accepted);

/// Whether a submission that is to be too slow exceeds the limit as far as the rule wants.
bool exceedsClearly(const ProblemLimits& limits, const MeasuredTime& tooSlow);

/// What to tell of one that doesn't: an error for an inferred limit, which the format doesn't allow then.
Finding tooNear(const ProblemLimits& limits, const MeasuredTime& tooSlow);

} // namespace grindstone::judge
