// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/job_repository.h"

#include "app/core/store/job_order_blob.h"
#include "app/core/store/job_row.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/submission_rows.h"

#include <QHash>

#include <algorithm>

namespace grindstone::core {

namespace {

/// Reports are kept of so many finished jobs, and no more than so many bytes of them.
constexpr int MostReports = 1000;
/// What was handed in is kept of so many jobs that could not be judged, for whoever wants to know why.
constexpr int MostFailedWorks = 100;
constexpr qint64 MostReportBytes = qint64{64} << 20;

const QString Unfinished = QStringLiteral("state IN ('queued', 'running')");
const QString NoOwner = QStringLiteral("owner_boot = NULL, owner_pid = NULL, owner_start = NULL, owner_seat = NULL");

qint64 now() {
    return QDateTime::currentMSecsSinceEpoch();
}

std::size_t weight(const JobOrder& order) {
    std::size_t bytes = 0;
    for (const judge::SourceFile& one : order.sources) {
        bytes += one.name.size() + one.content.size();
    }
    for (const judge::CustomCase& one : order.customCases) {
        bytes += one.input.size() + (one.answer ? one.answer->size() : 0);
    }
    return bytes;
}

/// What comes before each waiting job: what runs, and what waits longer or goes first.
Result<QHash<JobId, int>> positions(const QSqlDatabase& database) {
    QSqlQuery row = TRY(runStatement(database, QStringLiteral("SELECT id, state FROM jobs WHERE %1 "
                                                              "ORDER BY state DESC, priority, id")
                                                   .arg(Unfinished)));
    QHash<JobId, int> places;
    for (int before = 0; TRY(nextRow(database, row)); ++before) {
        const bool waits = row.value(1).toString() == QLatin1String("queued");
        places.insert(row.value(0).toLongLong(), waits ? before : 0);
    }
    return places;
}

Result<std::vector<JobView>> readViews(const QSqlDatabase& database, QSqlQuery row) {
    std::vector<JobView> views;
    while (TRY(nextRow(database, row))) {
        views.push_back(readView(row));
    }
    const QHash<JobId, int> places = TRY(positions(database));
    for (JobView& view : views) {
        view.position = places.value(view.id);
    }
    return views;
}

Result<std::vector<QueueEntry>> readQueue(const QSqlDatabase& database) {
    // 'running' comes after 'queued' in the alphabet.
    QSqlQuery row = TRY(runStatement(database, QStringLiteral("SELECT %1 FROM jobs WHERE %2 "
                                                              "ORDER BY state DESC, priority, id")
                                                   .arg(entryColumns(), Unfinished)));
    std::vector<QueueEntry> queue;
    while (TRY(nextRow(database, row))) {
        queue.push_back(readEntry(row));
    }
    return queue;
}

/// Ends a job that was never judged to its end.
Result<void> endCancelled(const QSqlDatabase& database, JobId job) {
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET state = 'cancelled', work = NULL, finished_at = ? WHERE id = ?"),
                     {now(), qint64(job)}));
    return {};
}

/// What ran by an owner that is gone waits again.
Result<void> putBack(const QSqlDatabase& database, const QueueEntry& entry) {
    if (entry.cancelRequested) {
        return endCancelled(database, entry.id);
    }
    TRY(runStatement(
        database,
        QStringLiteral("UPDATE jobs SET state = 'queued', %1 WHERE id = ? AND state = 'running'").arg(NoOwner),
        {qint64(entry.id)}));
    return {};
}

Result<BegunJob> begin(const QSqlDatabase& database, JobId job, const JobOwner& owner) {
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET state = 'running', attempts = attempts + 1, started_at = ?, "
                                    "owner_boot = ?, owner_pid = ?, owner_start = ?, owner_seat = ? "
                                    "WHERE id = ? AND state = 'queued'"),
                     QVariantList{now()} + parametersOf(owner) + QVariantList{qint64(job)}));
    QSqlQuery row = TRY(
        runStatement(database, QStringLiteral("SELECT %1, all_cases, work FROM jobs WHERE id = ?").arg(viewColumns()),
                     {qint64(job)}));
    if (!TRY(nextRow(database, row))) {
        return fail("store.failed", "job " + std::to_string(job) + " is gone");
    }
    const JobView view = readView(row);
    BegunJob begun{job, {view.problemId, view.language, {}, view.mode, row.value(13).toBool(), {}}, {}};
    if (const Result<void> read = readWorkBlob(row.value(14).toByteArray(), begun.order); !read) {
        begun.unreadable = read.error();
    }
    return begun;
}

/// Whoever asks for them gets the newest.
Result<void> dropOldReports(const QSqlDatabase& database) {
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET report = NULL, report_size = NULL WHERE id IN ("
                                    "SELECT id FROM (SELECT id, row_number() OVER newest AS place, "
                                    "sum(report_size) OVER newest AS bytes FROM jobs WHERE report_size IS NOT NULL "
                                    "WINDOW newest AS (ORDER BY finished_at DESC, id DESC "
                                    "ROWS UNBOUNDED PRECEDING)) WHERE place > ? OR bytes > ?)"),
                     {MostReports, MostReportBytes}));
    return {};
}

Result<void> dropOldWorks(const QSqlDatabase& database) {
    TRY(runStatement(
        database,
        QStringLiteral("UPDATE jobs SET work = NULL WHERE state = 'failed' AND work IS NOT NULL AND id NOT IN "
                       "(SELECT id FROM jobs WHERE state = 'failed' ORDER BY id DESC LIMIT ?)"),
        {MostFailedWorks}));
    return {};
}

QVariant orNull(bool present, const QVariant& value) {
    return present ? value : QVariant();
}

/// False when the job isn't the owner's any more.
Result<bool> end(const QSqlDatabase& database, JobId job, const JobOwner& owner, const JobEnd& end) {
    const bool failed = end.error.has_value();
    const Error error = end.error.value_or(Error());
    const QString keptWork = end.state == JobState::Failed ? QStringLiteral("work") : QStringLiteral("NULL");
    const QSqlQuery updated = TRY(runStatement(
        database,
        QStringLiteral("UPDATE jobs SET state = ?, work = %1, finished_at = ?, verdict = ?, error_code = ?, "
                       "error_detail = ?, report_size = ?, report = ? WHERE id = ? AND state = 'running' AND %2")
            .arg(keptWork, ownedBy()),
        QVariantList{columnText(code(end.state)), now(),
                     orNull(end.verdict.has_value(), end.verdict ? columnText(judge::code(*end.verdict)) : QString()),
                     orNull(failed, columnText(error.code)), orNull(failed, columnText(error.detail)),
                     orNull(!end.report.empty(), qint64(end.report.size())),
                     orNull(!end.report.empty(), QByteArray::fromStdString(end.report)), qint64(job)} +
            parametersOf(owner)));
    return updated.numRowsAffected() == 1;
}

} // namespace

Result<JobId> JobRepository::add(const JobOrder& order, const JobOwner& owner) {
    if (weight(order) > LargestOrder) {
        return fail("store.too-large", std::to_string(weight(order)) + " bytes of sources and inputs");
    }
    const QSqlQuery added = TRY(runStatement(
        m_store.database(),
        QStringLiteral("INSERT INTO jobs (mode, priority, state, problem_id, language, all_cases, work, created_at, "
                       "owner_boot, owner_pid, owner_start, owner_seat) "
                       "VALUES (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        QVariantList{modeColumn(order.mode), priorityOf(order.mode), columnText(order.problemId),
                     columnText(order.language), order.allCases, toWorkBlob(order), now()} +
            parametersOf(owner)));
    return added.lastInsertId().toLongLong();
}

Result<std::optional<JobView>> JobRepository::find(JobId job) const {
    QSqlQuery row = TRY(runStatement(
        m_store.database(), QStringLiteral("SELECT %1 FROM jobs WHERE id = ?").arg(viewColumns()), {qint64(job)}));
    if (!TRY(nextRow(m_store.database(), row))) {
        return std::optional<JobView>();
    }
    JobView view = readView(row);
    if (view.state == JobState::Queued) {
        QSqlQuery before = TRY(runStatement(m_store.database(),
                                            QStringLiteral("SELECT count(*) FROM jobs WHERE %1 AND (state = 'running' "
                                                           "OR (priority, id) < (?, ?))")
                                                .arg(Unfinished),
                                            {priorityOf(view.mode), qint64(job)}));
        view.position = TRY(nextRow(m_store.database(), before)) ? before.value(0).toInt() : 0;
    }
    return std::optional(std::move(view));
}

Result<std::vector<JobView>> JobRepository::list(int most, bool unfinished) const {
    const QString condition = unfinished ? Unfinished : QStringLiteral("TRUE");
    QSqlQuery row = TRY(runStatement(
        m_store.database(),
        QStringLiteral("SELECT %1 FROM jobs WHERE %2 ORDER BY id DESC LIMIT ?").arg(viewColumns(), condition), {most}));
    return readViews(m_store.database(), std::move(row));
}

Result<std::optional<std::string>> JobRepository::report(JobId job) const {
    QSqlQuery row =
        TRY(runStatement(m_store.database(),
                         QStringLiteral("SELECT report FROM jobs WHERE id = ? AND report IS NOT NULL"), {qint64(job)}));
    if (!TRY(nextRow(m_store.database(), row))) {
        return std::optional<std::string>();
    }
    return std::optional(row.value(0).toByteArray().toStdString());
}

Result<std::vector<QueueEntry>> JobRepository::queue() const {
    return readQueue(m_store.database());
}

Result<bool> JobRepository::isCancelRequested(JobId job) const {
    QSqlQuery row = TRY(runStatement(m_store.database(),
                                     QStringLiteral("SELECT cancel_requested FROM jobs WHERE id = ?"), {qint64(job)}));
    return TRY(nextRow(m_store.database(), row)) && row.value(0).toBool();
}

Result<std::optional<BegunJob>> JobRepository::take(const JobOwner& owner,
                                                    const std::function<Turn(const std::vector<QueueEntry>&)>& decide) {
    const QSqlDatabase database = m_store.database();
    Transaction transaction = TRY(Transaction::begin(database));
    std::vector<QueueEntry> queue = TRY(readQueue(database));
    Turn turn = decide(queue);
    if (!turn.abandoned.empty()) {
        for (const QueueEntry& entry : queue) {
            if (std::ranges::find(turn.abandoned, entry.id) != turn.abandoned.end()) {
                TRY(putBack(database, entry));
            }
        }
        turn = decide(TRY(readQueue(database)));
    }
    std::optional<BegunJob> begun;
    if (turn.job) {
        begun = TRY(begin(database, *turn.job, owner));
    }
    TRY(transaction.commit());
    return begun;
}

Result<bool> JobRepository::finish(JobId job, const JobOwner& owner, const JobEnd& ended) {
    const QSqlDatabase database = m_store.database();
    Transaction transaction = TRY(Transaction::begin(database));
    if (!TRY(end(database, job, owner, ended))) {
        return false;
    }
    if (ended.submission) {
        const qint64 row = TRY(insertSubmission(m_store.database(), *ended.submission));
        TRY(runStatement(database, QStringLiteral("UPDATE jobs SET submission_id = ? WHERE id = ?"),
                         {row, qint64(job)}));
    }
    if (ended.state == JobState::Failed) {
        TRY(dropOldWorks(database));
    }
    TRY(dropOldReports(database));
    TRY(transaction.commit());
    return true;
}

Result<std::optional<JobState>> JobRepository::cancel(JobId job) {
    const QSqlDatabase database = m_store.database();
    Transaction transaction = TRY(Transaction::begin(database));
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET cancel_requested = 1 WHERE id = ? AND %1").arg(Unfinished),
                     {qint64(job)}));
    const std::optional<JobView> found = TRY(find(job));
    const bool unfinished = found && (found->state == JobState::Queued || found->state == JobState::Running);
    if (unfinished && found->state == JobState::Queued) {
        TRY(endCancelled(database, job));
    }
    TRY(transaction.commit());
    return unfinished ? std::optional(found->state) : std::nullopt;
}

Result<void> JobRepository::release(const JobOwner& owner) {
    const QSqlDatabase database = m_store.database();
    Transaction transaction = TRY(Transaction::begin(database));
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET state = 'cancelled', work = NULL, finished_at = ? "
                                    "WHERE %1 AND state = 'running' AND cancel_requested AND %2")
                         .arg(Unfinished, ownedBy()),
                     QVariantList{now()} + parametersOf(owner)));
    TRY(runStatement(database,
                     QStringLiteral("UPDATE jobs SET state = 'queued', attempts = attempts - 1, started_at = NULL "
                                    "WHERE %1 AND state = 'running' AND %2")
                         .arg(Unfinished, ownedBy()),
                     parametersOf(owner)));
    TRY(runStatement(
        database,
        QStringLiteral("UPDATE jobs SET %1 WHERE %2 AND state = 'queued' AND %3").arg(NoOwner, Unfinished, ownedBy()),
        parametersOf(owner)));
    return transaction.commit();
}

} // namespace grindstone::core
