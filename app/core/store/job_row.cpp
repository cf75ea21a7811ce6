// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/job_row.h"

#include "app/core/store/statement_runner.h"
#include "judge/report/names.h"

#include <algorithm>
#include <array>

namespace grindstone::core {

namespace {

using Time = std::chrono::system_clock::time_point;

std::string text(const QVariant& value) {
    return value.toString().toStdString();
}

Time time(const QVariant& value) {
    return Time(std::chrono::milliseconds(value.toLongLong()));
}

std::optional<Time> optionalTime(const QVariant& value) {
    return value.isNull() ? std::nullopt : std::optional(time(value));
}

/// What no program of ours wrote is a failed job.
JobState stateFrom(const std::string& text) {
    constexpr std::array All{JobState::Queued, JobState::Running, JobState::Done, JobState::Cancelled,
                             JobState::Failed};
    const auto* found = std::ranges::find(All, std::string_view(text), [](JobState state) { return code(state); });
    return found == All.end() ? JobState::Failed : *found;
}

judge::Mode modeFrom(const std::string& text) {
    return text == "run" ? judge::Mode::Run : judge::Mode::Submit;
}

} // namespace

QString columnText(std::string_view text) {
    return toColumn(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

QString modeColumn(judge::Mode mode) {
    return columnText(judge::name(mode));
}

int priorityOf(judge::Mode mode) {
    return mode == judge::Mode::Run ? 0 : 1;
}

QString viewColumns() {
    return QStringLiteral("id, state, mode, problem_id, language, attempts, created_at, started_at, finished_at, "
                          "verdict, submission_id, error_code, error_detail");
}

JobView readView(const QSqlQuery& row) {
    JobView view;
    view.id = row.value(0).toLongLong();
    view.state = stateFrom(text(row.value(1)));
    view.mode = modeFrom(text(row.value(2)));
    view.problemId = text(row.value(3));
    view.language = text(row.value(4));
    view.attempts = row.value(5).toInt();
    view.createdAt = time(row.value(6));
    view.startedAt = optionalTime(row.value(7));
    view.finishedAt = optionalTime(row.value(8));
    view.verdict = judge::findVerdict(text(row.value(9)));
    if (!row.value(10).isNull()) {
        view.submission = row.value(10).toLongLong();
    }
    if (!row.value(11).isNull()) {
        view.error = Error{text(row.value(11)), text(row.value(12))};
    }
    return view;
}

QString entryColumns() {
    return QStringLiteral("id, state, attempts, cancel_requested, owner_boot, owner_pid, owner_start, owner_seat");
}

QueueEntry readEntry(const QSqlQuery& row) {
    QueueEntry entry;
    entry.id = row.value(0).toLongLong();
    entry.state = stateFrom(text(row.value(1)));
    entry.attempts = row.value(2).toInt();
    entry.cancelRequested = row.value(3).toBool();
    if (!row.value(4).isNull()) {
        entry.owner = JobOwner{text(row.value(4)), row.value(5).toLongLong(), row.value(6).toLongLong(),
                               row.value(7).toLongLong()};
    }
    return entry;
}

QString ownedBy() {
    return QStringLiteral("owner_boot = ? AND owner_pid = ? AND owner_start = ? AND owner_seat = ?");
}

QVariantList parametersOf(const JobOwner& owner) {
    return {columnText(owner.bootId), qint64(owner.pid), qint64(owner.startTime), qint64(owner.seat)};
}

} // namespace grindstone::core
