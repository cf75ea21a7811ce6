// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"
#include "judge/report/report_json.h"

#include <QString>

/// Codes and structures → sentences for people. The only place that does it. English when no translator is installed.
namespace grindstone::core::text {

/// "Accepted", "Wrong answer", "Time limit exceeded" …
QString verdictName(judge::Verdict verdict);

/// One sentence on how a case went: "line 1, token 2: expected 1, got 0", "segmentation fault: an access outside the
/// program's memory; often an index out of range", "slept past the wall limit of 3 s" … Empty for a plain Accepted.
QString caseMessage(const judge::CaseResult& result, const judge::EffectiveLimits& limits);

/// "14 of 20 passed"
QString passedCount(std::size_t passed, std::size_t total);

/// What went wrong, as a sentence that names the thing.
QString errorMessage(const Error& error);
/// What to do about it; empty when there is nothing to say.
QString errorHint(const Error& error);

/// "SIGSEGV" for 11.
QString signalName(int signal);

/// "full", "full (cgroup v1)", "no cgroup", "none"
QString tierName(sandbox::Tier tier);

/// Options for toJson() whose sentences are English whatever translator is installed.
judge::JsonOptions jsonOptions(bool full);

} // namespace grindstone::core::text
