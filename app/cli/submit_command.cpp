// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_parts.h"
#include "app/cli/judging.h"
#include "app/cli/queued_judging.h"
#include "app/cli/source_argument.h"
#include "app/cli/translation.h"
#include "app/core/judging/job_end.h"

namespace grindstone::cli {

namespace {

struct SubmitOptions : JudgingOptions {
    std::string problem;
    std::string source;
    bool all = false;
};

Result<judge::JudgeRequest> prepare(const SubmitOptions& options, Session& session) {
    const core::ProblemEntry entry = TRY(session.services.library().find(QString::fromStdString(options.problem)));
    judge::JudgeRequest request;
    request.problem = TRY(core::Library::load(entry));
    request.problemId = entry.id.toStdString();
    request.mode = judge::Mode::Submit;
    request.allCases = options.all;
    Solution solution = TRY(readSolution(options.source, options.language, session.services.languages(),
                                         request.problem->limits.code, session.stop));
    request.sources = std::move(solution.sources);
    request.language = std::move(solution.language);
    return request;
}

/// Tells whether what counts as an attempt is in the history. One that cannot be written never costs the person the
/// verdict.
void tellOfHistory(Session& session, Attempt& attempt) {
    if (attempt.submission) {
        attempt.extras["history"] = {{"recorded", true}, {"id", *attempt.submission}};
        return;
    }
    attempt.extras["history"] = {{"recorded", false}};
    if (attempt.unwritten && core::belongsIntoHistory(judge::Mode::Submit, attempt.report)) {
        session.console.warn(Cli::tr("This submission is not in your history."));
        session.console.warn(*attempt.unwritten);
        attempt.extras["history"]["error"] = errorJson(*attempt.unwritten);
    }
}

ExitStatus submit(const SubmitOptions& options, Session& session) {
    Result<judge::JudgeRequest> request = prepare(options, session);
    if (!request) {
        return session.console.fail(request.error());
    }
    Result<Attempt> attempt = judgeInQueue(session, std::move(*request), options.keep);
    if (!attempt) {
        return session.console.fail(attempt.error());
    }
    tellOfHistory(session, *attempt);
    printAttempt(session, *attempt, options.full);
    judgeAbandonedToo(session);
    return attempt->status;
}

QString examples() {
    return Cli::tr("  grind submit starter/echo-sum sum.cpp            all cases, up to the first failure\n"
                   "  grind submit echo-sum sum.py --all               go on after a failure\n"
                   "  grind submit echo-sum sum.py --keep outputs      what the program wrote, case by case\n"
                   "  grind submit echo-sum sum.py --json | jq .verdict\n"
                   "\n"
                   "The submission is kept in your history, unless the judge itself failed.");
}

} // namespace

void declareSubmit(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<SubmitOptions>();
    CLI::App* command = addCommand(root, "submit", Cli::tr("Have a program judged on all cases"), examples());
    command->add_option("PROBLEM", options->problem, Cli::tr("PACK/NAME, or NAME").toStdString())->required();
    command->add_option("SOURCE", options->source, Cli::tr("File, folder, or - for standard input").toStdString())
        ->required();
    command->add_flag("--all", options->all, Cli::tr("Go on after the first failure").toStdString());
    declareJudgingOptions(*command, *options);
    choose(*command, chosen, options, submit);
}

} // namespace grindstone::cli
