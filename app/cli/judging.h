// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"
#include "app/cli/session.h"
#include "judge/engine/judge.h"

#include <CLI/App.hpp>

#include <functional>
#include <optional>
#include <string>

namespace grindstone::cli {

/// What `run`, `submit` and `judge` have in common.
struct JudgingOptions {
    std::string language; ///< empty: from the file names
    bool full = false;
    std::string keep; ///< folder for whole outputs; empty: they aren't kept
};

void declareJudgingOptions(CLI::App& command, JudgingOptions& options);

/// A judged submission and what has become of it beside the report.
struct Attempt {
    judge::JudgeRequest request;
    judge::Report report;
    nlohmann::ordered_json extras = nlohmann::ordered_json::object(); ///< keys put into the report's JSON
    ExitStatus status = ExitStatus::Failure;
    std::optional<std::int64_t> submission; ///< its row in the history
    std::optional<Error> unwritten;         ///< why it has none, where it should
};

/// Judges a request, telling the bar how far it is.
using JudgeCall = std::function<judge::Report(const judge::JudgeRequest&, ProgressBar&)>;

/// Judges by `call`, and keeps the outputs where that is asked for. A keeping that fails is told as a warning and
/// makes the status a failure. Fails when judging could not begin.
Result<Attempt> judgeBy(const JudgeCall& call, Session& session, judge::JudgeRequest request,
                        const std::string& keepFolder);

/// The same at once, whatever else is judged on this machine.
Result<Attempt> judgeRequest(Session& session, judge::JudgeRequest request, const std::string& keepFolder);

/// The report with the attempt's extra keys.
nlohmann::ordered_json attemptJson(const Attempt& attempt, bool full);

/// Puts one attempt on standard output, as JSON or for a person.
void printAttempt(Session& session, const Attempt& attempt, bool full);

} // namespace grindstone::cli
