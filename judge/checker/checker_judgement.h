// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/compare/comparator.h"
#include "sandbox/outcome.h"

#include <string>

namespace grindstone::judge {

/// The feedback files that are asked for after a checker's run.
constexpr const char* JudgeMessageFile = "judgemessage.txt";
constexpr const char* TeamMessageFile = "teammessage.txt";
constexpr const char* JudgeErrorFile = "judgeerror.txt";
constexpr const char* ScoreFile = "score.txt";
constexpr const char* ScoreFactorFile = "score_multiplier.txt";
/// What an interactor of testlib's kind writes for the checker that follows it.
constexpr const char* InteractorOutput = "output";
/// Of a multi-pass problem: the input of the next pass, if there is to be one.
constexpr const char* NextPassFile = "nextpass.in";

/// What a checker's finished run means. A checker that gave no judgement is a failure, and never the person's:
/// "checker.timeout", "checker.memory", "checker.output" (more than `mostOutput` on its streams and in its feedback),
/// "checker.crashed" (a signal), "checker.failed" (it said so itself), "checker.no-verdict" (any other exit code). One
/// that gave points accepted, and says so in its feedback. The detail names `where`, how it ended, and the end of
/// what it said.
Result<Comparison> judgementOf(CheckerKind kind, const std::string& where, const sandbox::Outcome& outcome,
                               Bytes mostOutput);

/// Why the points that a checker gave at `where` are no judgement where there are no scores: "checker.points".
Error refusedPoints(const std::string& where, const CheckerFeedback& feedback);

} // namespace grindstone::judge
