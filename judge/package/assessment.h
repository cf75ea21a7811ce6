// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"
#include "judge/package/submissions.h"
#include "judge/problem/problem.h"
#include "judge/report/report.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What a submission came to, held against what it had to get. Plain value.
struct Judgement {
    std::string verdict; ///< "AC", "WA", "TLE", "RTE", "CE", …: of the case that decides, else the submission's; empty
                         ///< where it was stopped
    std::vector<std::string> expected; ///< one of these is wanted; empty: anything but a judge error
    bool ok = false;
    std::string reason; ///< English: why it isn't ok, or what is odd though it is; may be empty
};

/// Wants a report of all cases (JudgeRequest::allCases): what was skipped is left out of account. A judge error is
/// never ok.
Judgement assess(const PackageSubmission& submission, const Report& report, const Problem& problem);

/// CPU times between which a submission wants the time limit.
struct LimitBounds {
    std::optional<std::chrono::nanoseconds> above; ///< its slowest case of those that may not be too slow
    std::optional<std::chrono::nanoseconds> below; ///< its slowest case of those of which one has to be too slow
};

/// Of all the submission's rules together, the strictest. Nothing where it has no say in the limit.
LimitBounds limitBounds(const PackageSubmission& submission, const Report& report);

/// What no submission can satisfy, or what says nothing: patterns that name no case of the problem, scores where there
/// are none, rules for the same case that permit nothing in common.
std::vector<Finding> checkExpectations(const std::vector<PackageSubmission>& submissions, const Problem& problem);

} // namespace grindstone::judge
