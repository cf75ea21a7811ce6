// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"
#include "judge/report/report.h"
#include "judge/verify/limit_inference.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What one of a package's submissions came to, beside what it has to come to. Plain value.
struct VerifiedSubmission {
    std::string path;                  ///< "submissions/accepted/a.cpp"
    std::string language;              ///< id; empty where none is known
    std::vector<std::string> expected; ///< verdicts as packages write them; empty: anything goes
    std::string verdict;               ///< the same; empty where it wasn't judged
    std::optional<double> score;
    std::optional<double> maxScore;
    std::vector<GroupResult> groups; ///< of a scored problem
    bool ok = false;
    std::string reason;              ///< English: why it isn't ok, or what is odd though it is; may be empty
    std::chrono::nanoseconds cpu{0}; ///< of its slowest case
    Bytes memory;                    ///< the most that a case used
    EffectiveLimits limits;
    std::optional<CaseResult> firstFailure; ///< without captures; none for a compile error
    std::optional<CompileResult> compile;   ///< of one that doesn't compile
    std::optional<Error> error;             ///< why it could not be judged
    std::optional<Error> skipped;           ///< why it wasn't judged: neither ok nor wrong
    bool cached = false;                    ///< as it came out an earlier time
};

/// Verdict, score, figures and first failure of a report go into the result.
void describeReport(const Report& report, VerifiedSubmission& result);

/// All that was found about a package. Plain value.
struct VerifiedPackage {
    std::filesystem::path path;            ///< as it was named
    std::string name;                      ///< title, or the folder's name where it has none
    std::string format;                    ///< "legacy", "2025-09", …; empty where it could not be read
    bool ok = false;                       ///< no finding is an error, and no submission came out wrong
    bool cancelled = false;                ///< a stop request ended it: all else is incomplete
    std::optional<ProblemLimits> limits;   ///< none where it could not be read
    std::optional<InferredLimit> inferred; ///< how limits->cpuTime came about
    std::vector<Finding> problems;         ///< sorted by file and line
    std::vector<VerifiedSubmission> submissions;
    bool failed = false; ///< something went wrong that isn't the package's fault
};

} // namespace grindstone::judge
