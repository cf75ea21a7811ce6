// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/verified_package.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

bool isFirstFailure(const CaseResult& one) {
    return one.verdict && *one.verdict != Verdict::Accepted && *one.verdict != Verdict::Skipped &&
           *one.verdict != Verdict::Partial;
}

} // namespace

void describeReport(const Report& report, VerifiedSubmission& result) {
    result.score = report.score;
    result.maxScore = report.maxScore;
    result.groups = report.groups;
    result.error = report.error;
    if (report.verdict == Verdict::CompileError) {
        result.compile = report.compile;
    }
    for (const CaseResult& one : report.cases) {
        result.cpu = std::max(result.cpu, one.cpu);
        result.memory = std::max(result.memory, one.memory);
        if (!result.error && one.verdict == Verdict::JudgeError) {
            result.error = one.error;
        }
    }
    const auto failure = std::ranges::find_if(report.cases, isFirstFailure);
    if (failure != report.cases.end()) {
        result.firstFailure = *failure;
        result.firstFailure->visibility = Visibility::Shown; // nothing is hidden from an author
    }
}

} // namespace grindstone::judge
