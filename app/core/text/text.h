// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"
#include "judge/report/report_json.h"

#include <QString>
#include <QStringList>

/// Codes and structures → sentences for people. The only place that does it. English when no translator is installed.
namespace grindstone::core::text {

/// In whose words: the person's language, or English whatever translator is installed (JSON, the database).
enum class Wording { Translated, English };

/// "Accepted", "Wrong answer", "Time limit exceeded" …
QString verdictName(judge::Verdict verdict, Wording wording = Wording::Translated);

/// One sentence on how a case went: "line 1, token 2: expected 1, got 0", "segmentation fault (SIGSEGV): an access
/// outside the program's memory; often an index out of range", "slept or waited until the wall limit of 3 s …". Empty
/// for Accepted and for a custom case without an answer. What programs wrote is shown with its unprintable bytes
/// escaped.
QString caseMessage(const judge::CaseResult& result, const judge::EffectiveLimits& limits,
                    Wording wording = Wording::Translated);

/// What a case gave its program beside standard input, a line each: "arguments: -v "two words"", "files: map.txt".
/// Nothing where that is hidden.
QStringList caseInputs(const judge::CaseResult& result, Wording wording = Wording::Translated);

/// One sentence on a submission whose files the package's static validator rejects; empty when it accepts them.
QString staticMessage(const judge::StaticResult& result, Wording wording = Wording::Translated);

/// One sentence on a compiler that said no; empty when it didn't.
QString compileMessage(const judge::CompileResult& result, Wording wording = Wording::Translated);

/// "14 of 20 passed"
QString passedCount(std::size_t passed, std::size_t total);

/// What went wrong, as a sentence that names the thing. An unknown code gives the detail alone.
QString errorMessage(const Error& error, Wording wording = Wording::Translated);
/// What to do about it; empty when there is nothing to say.
QString errorHint(const Error& error, Wording wording = Wording::Translated);

/// "SIGSEGV" for 11.
QString signalName(int signal);

/// "full", "full (cgroup v1)", "no cgroup", "no namespaces", "none"
QString tierName(sandbox::Tier tier, Wording wording = Wording::Translated);

/// What this sandbox does less well than the best one, a sentence each; empty when nothing.
QStringList sandboxLosses(const sandbox::Capabilities& capabilities, Wording wording = Wording::Translated);
/// One sentence on what keeps the sandbox from a better tier, with what was seen.
QString obstacleMessage(const sandbox::Obstacle& obstacle, Wording wording = Wording::Translated);
/// What to do about it in words, in some lines; its `cure` is the command. Empty when there is nothing to say.
QString obstacleHint(const sandbox::Obstacle& obstacle, Wording wording = Wording::Translated);

/// Options for toJson() whose sentences are English whatever translator is installed.
judge::JsonOptions jsonOptions(bool full);

} // namespace grindstone::core::text
