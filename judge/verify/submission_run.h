// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language.h"
#include "judge/package/submissions.h"
#include "judge/report/report.h"

#include <memory>

namespace grindstone::judge {

/// A submission of a package, ready to be judged.
struct SubmissionTask {
    PackageSubmission submission;
    const Language* language = nullptr;
    std::vector<SourceFile> sources;
    std::shared_ptr<const Problem> problem; ///< with the limits that it is to have
    bool allCases = false;
};

/// What came of it. Plain value; nothing of what the program wrote is in it.
struct SubmissionRun {
    Report report;
    bool cached = false; ///< remembered from an earlier time
};

JudgeRequest requestFor(const SubmissionTask& task);

/// Takes out of a report what its programs wrote and what was said with them: each is an open file.
void dropCaptures(Report& report);

/// True when the language is missing on this machine, or doesn't work: that says nothing about the submission.
bool lacksLanguage(const Report& report);

/// True when the fault is this machine's or ours, and not the package's.
bool isOurFailure(const Error& error);

} // namespace grindstone::judge
