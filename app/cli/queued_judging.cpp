// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queued_judging.h"

#include "app/cli/progress_bar.h"
#include "app/cli/report_view.h"
#include "app/cli/translation.h"
#include "app/core/judging/job_end.h"

namespace grindstone::cli {

using namespace std::chrono_literals;

namespace {

/// How often a command that waits looks around.
constexpr auto Glance = 200ms;

core::JobId handIn(Session& session, const judge::JudgeRequest& request) {
    core::JobEngine& engine = session.services.jobs();
    core::JobOrder order = core::toOrder(request);
    const Result<void> home = session.services.paths().ensure();
    const Result<core::JobId> job =
        home ? engine.submit(order, request.problem) : Result<core::JobId>(fail(home.error()));
    return job ? *job : engine.submitUnwritten(std::move(order), request.problem, job.error());
}

void showPosition(Session& session, core::JobId job, ProgressBar& bar) {
    const auto view = session.services.jobs().find(job);
    if (!view || !*view || (*view)->position == 0) {
        return;
    }
    const auto before = static_cast<std::size_t>((*view)->position);
    session.services.jobEvents().unlessStarted(job, [&] { bar.show(Cli::tr("Waiting for others %1"), 0, before); });
}

JobEvents::Finished await(Session& session, core::JobId job, ProgressBar& bar) {
    core::JobEngine& engine = session.services.jobs();
    const std::stop_callback cancel(
        session.stop, [&engine, job] { [[maybe_unused]] const Result<bool> cancelled = engine.cancel(job); });
    for (;;) {
        std::optional<JobEvents::Finished> finished = session.services.jobEvents().next(Glance);
        if (!finished) {
            showPosition(session, job, bar);
        } else if (finished->job == job) {
            return *std::move(finished);
        }
    }
}

std::optional<std::int64_t> submissionOf(Session& session, core::JobId job) {
    const auto view = session.services.jobs().find(job);
    return view && *view ? (*view)->submission : std::nullopt;
}

} // namespace

Result<Attempt> judgeInQueue(Session& session, judge::JudgeRequest request, const std::string& keepFolder) {
    std::optional<std::int64_t> submission;
    std::optional<Error> unwritten;
    const auto through = [&](const judge::JudgeRequest& wanted, ProgressBar& bar) {
        session.services.jobEvents().passProgressTo([&bar](const judge::Progress& progress) { bar.show(progress); });
        const core::JobId job = handIn(session, wanted);
        JobEvents::Finished finished = await(session, job, bar);
        session.services.jobEvents().passProgressTo({});
        submission = submissionOf(session, job);
        unwritten = std::move(finished.unwritten);
        return judge::Report(*finished.report);
    };
    Attempt attempt = TRY(judgeBy(through, session, std::move(request), keepFolder));
    attempt.submission = submission;
    attempt.unwritten = std::move(unwritten);
    return attempt;
}

Result<void> judgeAbandoned(Session& session, core::Adoption adoption, const Judged& judged) {
    core::JobEngine& engine = session.services.jobs();
    JobEvents& events = session.services.jobEvents();
    TRY(session.services.judge());
    ProgressBar bar = ProgressBar::onTerminal();
    events.passProgressTo([&bar](const judge::Progress& progress) { bar.show(progress); });
    engine.adopt(adoption);
    Result<std::vector<core::JobId>> left = engine.left(adoption);
    while (!session.stop.stop_requested() && left && (!left->empty() || events.isBusy())) {
        if (const std::optional<JobEvents::Finished> finished = events.next(Glance)) {
            bar.clear();
            judged(finished->job, *finished->report);
        }
        left = engine.left(adoption);
    }
    engine.adopt(core::Adoption::None);
    if (session.stop.stop_requested()) {
        session.services.closeJobs();
    } else {
        events.passProgressTo({});
    }
    return left ? Result<void>() : fail(left.error());
}

void judgeAbandonedToo(Session& session) {
    if (session.stop.stop_requested() || !session.services.hasJobs()) {
        return;
    }
    const auto left = session.services.jobs().left(core::Adoption::Waiting);
    if (!left || left->empty()) {
        return;
    }
    session.console.tell(
        Cli::tr("%n job(s) of earlier calls that were broken off still wait and are judged now; Ctrl-C leaves them.",
                nullptr, static_cast<int>(left->size())));
    const auto tell = [&session](core::JobId job, const judge::Report& report) {
        session.console.tell(
            QStringLiteral("%1  %2: %3").arg(job).arg(QString::fromStdString(report.problemId), outcomeName(report)));
    };
    if (const Result<void> done = judgeAbandoned(session, core::Adoption::Waiting, tell); !done) {
        session.console.warn(done.error());
    }
}

} // namespace grindstone::cli
