// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/history_options.h"
#include "app/cli/submission_view.h"
#include "app/cli/translation.h"
#include "app/core/store/history_json.h"

#include <algorithm>
#include <limits>

namespace grindstone::cli {

namespace {

using core::StoredSubmission;

struct ListOptions : HistoryOptions {
    unsigned limit = 50;
};

struct ShowOptions {
    qint64 id = 0;
    bool code = false;
};

Result<std::vector<StoredSubmission>> list(const ListOptions& options, Session& session) {
    const std::optional<core::SubmissionRepository> history = TRY(findHistory(session));
    if (!history) {
        return std::vector<StoredSubmission>();
    }
    core::HistoryFilter filter = toFilter(options);
    if (options.limit > 0) {
        filter.most = int(std::min<unsigned>(options.limit, std::numeric_limits<int>::max()));
    }
    return history->list(filter);
}

nlohmann::ordered_json listJson(const std::vector<StoredSubmission>& submissions) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const StoredSubmission& one : submissions) {
        all.push_back(core::summaryJson(one));
    }
    return {{"schema", "grindstone-submissions/1"}, {"submissions", std::move(all)}};
}

ExitStatus history(const ListOptions& options, Session& session) {
    const Result<std::vector<StoredSubmission>> submissions = list(options, session);
    if (!submissions) {
        return session.console.fail(submissions.error());
    }
    if (session.console.json()) {
        session.console.document(listJson(*submissions));
        return ExitStatus::Success;
    }
    Canvas canvas = session.console.canvas();
    drawSubmissions(canvas, *submissions);
    if (submissions->empty()) {
        canvas.line(Cli::tr("No submission matches."));
    }
    session.console.print(canvas);
    if (options.limit > 0 && submissions->size() == options.limit) {
        session.console.tell(Cli::tr("The newest %1; --limit 0 lists all of them.").arg(options.limit));
    }
    return ExitStatus::Success;
}

Result<StoredSubmission> load(qint64 id, Session& session) {
    const std::optional<core::SubmissionRepository> history = TRY(findHistory(session));
    std::optional<StoredSubmission> found;
    if (history) {
        found = TRY(history->find(id));
    }
    if (!found) {
        return fail("history.unknown", std::to_string(id));
    }
    return *std::move(found);
}

ExitStatus show(const ShowOptions& options, Session& session) {
    const Result<StoredSubmission> submission = load(options.id, session);
    if (!submission) {
        return session.console.fail(submission.error());
    }
    if (session.console.json()) {
        nlohmann::ordered_json document{{"schema", "grindstone-submission/1"}};
        document.update(core::submissionJson(*submission));
        session.console.document(document);
    } else if (options.code) {
        session.console.code(submission->code());
    } else {
        Canvas canvas = session.console.canvas();
        drawSubmission(canvas, *submission);
        session.console.print(canvas);
    }
    return ExitStatus::Success;
}

void declareHistoryShow(CLI::App& history, Action& chosen) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = addCommand(history, "show", Cli::tr("Show all of one submission, its code too"),
                                   Cli::tr("  grind history show 12\n"
                                           "  grind history show 12 --code > sum.cpp     the code as it was submitted\n"
                                           "  grind history show 12 --json | jq .cases"));
    command->add_option("SUBMISSION", options->id, Cli::tr("Its number, as grind history lists it").toStdString())
        ->required();
    command->add_flag("--code", options->code, Cli::tr("Only the code, as it was submitted").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, show);
}

} // namespace

void declareHistory(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command =
        addCommand(root, "history", Cli::tr("List your submissions, the newest first"),
                   Cli::tr("  grind history                                    the last 50\n"
                           "  grind history echo-sum --verdict WA              those of a problem\n"
                           "  grind history --since 2026-11-01 --limit 0       all since that day\n"
                           "  grind history show 12                            all of one, and its code"));
    declareHistoryOptions(*command, *options);
    command
        ->add_option("--limit", options->limit, Cli::tr("How many at most; 50 unless given, 0 for all").toStdString())
        ->type_name("N");
    declareJson(*command);
    command->require_subcommand(0, 1);
    declareHistoryShow(*command, chosen);
    command->callback([command, &chosen, options] {
        if (command->get_subcommands().empty()) {
            chosen = [options](Session& session) { return history(*options, session); };
        }
    });
}

} // namespace grindstone::cli
