// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/submission_run.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace grindstone::judge {

JudgeRequest requestFor(const SubmissionTask& task) {
    JudgeRequest request;
    request.problem = task.problem;
    request.problemId = task.problem->slug + "/" + task.submission.path;
    request.language = task.language->id;
    request.sources = task.sources;
    request.entrypoint = task.submission.entrypoint;
    request.allCases = task.allCases;
    return request;
}

void dropCaptures(Report& report) {
    for (CaseResult& one : report.cases) {
        one.standardOutput = nullptr;
        one.standardError = nullptr;
        one.passes.clear();
        if (one.interaction) {
            one.interaction->transcript = nullptr;
        }
    }
}

bool lacksLanguage(const Report& report) {
    return report.error && report.error->code.starts_with("language.");
}

bool isOurFailure(const Error& error) {
    constexpr std::array Packages{"checker.",       "case.",    "comparator.", "grader.", "package.",
                                  "cases.not-made", "problem.", "source.",     "file.",   "language.",
                                  "generator.",     "static.",  "score."};
    return std::ranges::none_of(Packages, [&](std::string_view begin) { return error.code.starts_with(begin); });
}

} // namespace grindstone::judge
