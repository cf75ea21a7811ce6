// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/job_view.h"

#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using core::JobState;
using core::JobView;

QString queuedText(const JobView& job) {
    if (job.held) {
        return Cli::tr("held: begun %n time(s), each time the program was killed", nullptr, job.attempts);
    }
    return job.position == 0 ? Cli::tr("next") : Cli::tr("waits, %n before it", nullptr, job.position);
}

QString stateText(const JobView& job) {
    switch (job.state) {
    case JobState::Queued:
        return queuedText(job);
    case JobState::Running:
        return Cli::tr("is judged");
    case JobState::Done:
        return job.verdict ? core::text::verdictName(*job.verdict) : Cli::tr("Ran to its end");
    case JobState::Cancelled:
        return Cli::tr("cancelled");
    case JobState::Failed:
        return job.error ? core::text::errorMessage(*job.error) : Cli::tr("failed");
    }
    return {};
}

Style stateStyle(const JobView& job) {
    switch (job.state) {
    case JobState::Done:
        return job.verdict == judge::Verdict::Accepted ? Style::Good : Style::Bad;
    case JobState::Failed:
        return Style::Notice;
    case JobState::Queued:
        return job.held ? Style::Notice : Style::Plain;
    default:
        return Style::Plain;
    }
}

qsizetype widest(const std::vector<JobView>& jobs, const std::function<qsizetype(const JobView&)>& width) {
    qsizetype most = 0;
    for (const JobView& job : jobs) {
        most = std::max(most, width(job));
    }
    return most;
}

} // namespace

void drawJobs(Canvas& canvas, const std::vector<JobView>& jobs) {
    const qsizetype numbers = widest(jobs, [](const JobView& job) { return QString::number(job.id).size(); });
    const qsizetype problems =
        widest(jobs, [](const JobView& job) { return QString::fromStdString(job.problemId).size(); });
    const qsizetype languages =
        widest(jobs, [](const JobView& job) { return QString::fromStdString(job.language).size(); });
    const QString gap = QStringLiteral("  ");
    for (const JobView& job : jobs) {
        canvas.put(QString::number(job.id).rightJustified(numbers) + gap, Style::Bold);
        canvas.put(QString::fromStdString(job.problemId).leftJustified(problems) + gap);
        canvas.put(QString::fromStdString(job.language).leftJustified(languages) + gap, Style::Dim);
        canvas.line(stateText(job), stateStyle(job));
    }
}

} // namespace grindstone::cli
