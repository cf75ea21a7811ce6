// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/judging.h"

#include "app/cli/broken_languages.h"
#include "app/cli/commands.h"
#include "app/cli/json_parts.h"
#include "app/cli/kept_output.h"
#include "app/cli/report_view.h"
#include "app/cli/standard_streams.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <unistd.h>

namespace grindstone::cli {

namespace {

ExitStatus statusOf(const judge::Report& report) {
    if (report.cancelled || report.error || report.verdict == judge::Verdict::JudgeError) {
        return ExitStatus::Failure;
    }
    return report.success() ? ExitStatus::Success : ExitStatus::NotAccepted;
}

void keepOutput(Session& session, Attempt& attempt, const std::string& folder) {
    const Result<nlohmann::ordered_json> kept = keepOutputs(attempt.report, folder);
    if (kept) {
        attempt.extras["kept"] = *kept;
        return;
    }
    session.console.warn(kept.error());
    attempt.extras["kept"] = {{"folder", folder}, {"error", errorJson(kept.error())}};
    attempt.status = ExitStatus::Failure;
}

} // namespace

void declareJudgingOptions(CLI::App& command, JudgingOptions& options) {
    command
        .add_option("--language", options.language,
                    Cli::tr("Language of the source, e.g. cpp; otherwise from the file's name").toStdString())
        ->type_name("ID");
    command.add_flag("--full", options.full, Cli::tr("Don't cut long texts").toStdString());
    command.add_option("--keep", options.keep, Cli::tr("Write the whole outputs, a file each, into DIR").toStdString())
        ->type_name("DIR");
    declareJson(command);
}

Result<Attempt> judgeBy(const JudgeCall& call, Session& session, judge::JudgeRequest request,
                        const std::string& keepFolder) {
    if (!keepFolder.empty()) {
        TRY(prepareKeepFolder(keepFolder)); // Better now than after all the judging.
    }
    for (const Error& problem : brokenFilesOf(session.services.languages(), request.language)) {
        session.console.warn(problem);
    }
    TRY(session.services.judge());
    ProgressBar bar = ProgressBar::onTerminal();
    Attempt attempt{std::move(request), {}};
    attempt.report = call(attempt.request, bar);
    bar.clear();
    attempt.status = statusOf(attempt.report);
    if (!keepFolder.empty()) {
        keepOutput(session, attempt, keepFolder);
    }
    return attempt;
}

Result<Attempt> judgeRequest(Session& session, judge::JudgeRequest request, const std::string& keepFolder) {
    const auto atOnce = [&session](const judge::JudgeRequest& wanted, ProgressBar& bar) {
        // Started by now.
        judge::Judge& judge = **session.services.judge();
        return judge.judge(
            wanted, [&bar](const judge::Progress& progress) { bar.show(progress); }, session.stop);
    };
    return judgeBy(atOnce, session, std::move(request), keepFolder);
}

nlohmann::ordered_json attemptJson(const Attempt& attempt, bool full) {
    nlohmann::ordered_json json = judge::toJson(attempt.report, core::text::jsonOptions(full));
    json.update(attempt.extras);
    return json;
}

void printAttempt(Session& session, const Attempt& attempt, bool full) {
    if (session.console.json()) {
        session.console.document(attemptJson(attempt, full));
        return;
    }
    Canvas canvas = session.console.canvas();
    drawReport(canvas, attempt.request, attempt.report, {terminalWidth(STDOUT_FILENO), full});
    session.console.print(canvas);
}

} // namespace grindstone::cli
