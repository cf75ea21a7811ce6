// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_view.h"
#include "app/cli/queued_judging.h"
#include "app/cli/translation.h"
#include "app/core/judging/job_json.h"

#include <algorithm>
#include <filesystem>

namespace grindstone::cli {

namespace {

/// What a list shows at most.
constexpr int MostJobs = 200;

struct ListOptions {
    bool all = false;
};

struct CancelOptions {
    std::vector<core::JobId> jobs;
};

struct ResumeOptions {};

/// Looking must not make a database.
bool hasDatabase(Session& session) {
    std::error_code failure;
    return std::filesystem::exists(session.services.paths().database(), failure);
}

/// What waits in the order of its turn, and before it the newest of what is finished.
void sortByTurn(std::vector<core::JobView>& jobs) {
    std::ranges::reverse(jobs);
    std::ranges::stable_sort(jobs, {}, [](const core::JobView& job) { return job.position; });
}

ExitStatus list(const ListOptions& options, Session& session) {
    std::vector<core::JobView> jobs;
    if (hasDatabase(session)) {
        Result<std::vector<core::JobView>> found = session.services.jobs().list(MostJobs, !options.all);
        if (!found) {
            return session.console.fail(found.error());
        }
        jobs = std::move(*found);
        sortByTurn(jobs);
    }
    if (session.console.json()) {
        session.console.document(core::jobsJson(jobs));
        return ExitStatus::Success;
    }
    Canvas canvas = session.console.canvas();
    drawJobs(canvas, jobs);
    if (jobs.empty()) {
        canvas.line(options.all ? Cli::tr("Nothing was judged yet.") : Cli::tr("Nothing waits to be judged."));
    }
    session.console.print(canvas);
    return ExitStatus::Success;
}

/// Those that there were, as they are now.
Result<std::vector<core::JobView>> viewsOf(Session& session, const std::vector<core::JobId>& ids) {
    std::vector<core::JobView> views;
    for (const core::JobId id : ids) {
        if (std::optional<core::JobView> view = TRY(session.services.jobs().find(id))) {
            views.push_back(*std::move(view));
        }
    }
    return views;
}

/// The first that could not be cancelled, after all others were.
Result<void> cancelAll(Session& session, const std::vector<core::JobId>& ids) {
    Result<void> outcome;
    for (const core::JobId id : ids) {
        if (hasDatabase(session) && TRY(session.services.jobs().cancel(id))) {
            continue;
        }
        if (outcome) {
            outcome = fail("jobs.finished", std::to_string(id));
        }
    }
    return outcome;
}

ExitStatus cancel(const CancelOptions& options, Session& session) {
    if (const Result<void> cancelled = cancelAll(session, options.jobs); !cancelled) {
        return session.console.fail(cancelled.error());
    }
    if (session.console.json()) {
        const Result<std::vector<core::JobView>> views = viewsOf(session, options.jobs);
        if (!views) {
            return session.console.fail(views.error());
        }
        session.console.document(core::jobsJson(*views));
    }
    return ExitStatus::Success;
}

ExitStatus tellResumed(Session& session, const std::vector<core::JobId>& judged) {
    const Result<std::vector<core::JobView>> views = viewsOf(session, judged);
    if (!views) {
        return session.console.fail(views.error());
    }
    if (session.console.json()) {
        session.console.document(core::jobsJson(*views));
    } else if (judged.empty()) {
        session.console.tell(Cli::tr("Nothing was left waiting."));
    }
    return ExitStatus::Success;
}

void print(Session& session, core::JobId job) {
    const auto view = session.services.jobs().find(job);
    if (!view || !*view || session.console.json()) {
        return;
    }
    Canvas canvas = session.console.canvas();
    drawJobs(canvas, {**view});
    session.console.print(canvas);
}

ExitStatus resume(const ResumeOptions&, Session& session) {
    std::vector<core::JobId> judged;
    if (hasDatabase(session)) {
        const auto note = [&](core::JobId job, const judge::Report&) {
            judged.push_back(job);
            print(session, job);
        };
        if (const Result<void> done = judgeAbandoned(session, core::Adoption::Everything, note); !done) {
            return session.console.fail(done.error());
        }
    }
    return tellResumed(session, judged);
}

void declareCancel(CLI::App& jobs, Action& chosen) {
    const auto options = std::make_shared<CancelOptions>();
    CLI::App* command =
        addCommand(jobs, "cancel", Cli::tr("Take jobs out of the queue, or stop them"),
                   Cli::tr("  grind jobs cancel 12\n"
                           "  grind jobs cancel 12 13 14\n"
                           "\n"
                           "Also those of another terminal or of the window. What was cancelled is in no\n"
                           "history."));
    command->add_option("JOB", options->jobs, Cli::tr("Its number, as grind jobs shows it").toStdString())->required();
    declareJson(*command);
    choose(*command, chosen, options, cancel);
}

void declareResume(CLI::App& jobs, Action& chosen) {
    const auto options = std::make_shared<ResumeOptions>();
    CLI::App* command =
        addCommand(jobs, "resume", Cli::tr("Judge what programs that were killed have left"),
                   Cli::tr("  grind jobs resume\n"
                           "\n"
                           "Also what is held because it was begun three times by a program that was then killed."));
    declareJson(*command);
    choose(*command, chosen, options, resume);
}

} // namespace

void declareJobs(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command = addCommand(
        root, "jobs", Cli::tr("List what waits to be judged, or is judged now"),
        Cli::tr("  grind jobs                   what is unfinished, whoever handed it in\n"
                "  grind jobs --all             with what is finished, the newest 200\n"
                "  grind jobs cancel 12         take one out\n"
                "  grind jobs resume            judge what a killed program has left\n"
                "  grind jobs --json | jq '.jobs[] | select(.held).id'\n"
                "\n"
                "One job is judged at a time, so that none disturbs another's times; runs come before\n"
                "submissions. What was accepted is kept until it is judged, also when a program is killed."));
    command->add_flag("--all", options->all, Cli::tr("Also show what is finished").toStdString());
    command->require_subcommand(0, 1);
    declareJson(*command);
    command->callback([&chosen, options, command] {
        if (command->get_subcommands().empty()) { // Called after theirs.
            chosen = [options](Session& session) { return list(*options, session); };
        }
    });
    declareCancel(*command, chosen);
    declareResume(*command, chosen);
}

} // namespace grindstone::cli
