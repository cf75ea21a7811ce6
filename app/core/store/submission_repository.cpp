// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/submission_repository.h"

#include "app/core/store/statement_runner.h"
#include "app/core/store/submission_rows.h"

namespace grindstone::core {

namespace {

/// A condition in SQL with what its question marks stand for.
struct Condition {
    QString sql = QStringLiteral("1");
    QVariantList parameters;

    void require(const QString& further, const QVariantList& with) {
        sql += QStringLiteral(" AND (%1)").arg(further);
        parameters += with;
    }
};

void requireProblems(Condition& condition, const QStringList& problems) {
    QStringList any;
    QVariantList names;
    for (const QString& problem : problems) {
        // "slug" is the end of "pack/slug"; a pack's name has no slash.
        const bool whole = problem.contains(u'/');
        any << (whole ? QStringLiteral("problem_id = ?")
                      : QStringLiteral("substr(problem_id, instr(problem_id, '/') + 1) = ?"));
        names << toColumn(problem);
    }
    if (!any.isEmpty()) {
        condition.require(any.join(QStringLiteral(" OR ")), names);
    }
}

Condition toCondition(const HistoryFilter& filter) {
    Condition condition;
    requireProblems(condition, filter.problems);
    if (!filter.verdict.isEmpty()) {
        condition.require(QStringLiteral("verdict = ?"), {filter.verdict});
    }
    if (!filter.language.isEmpty()) {
        condition.require(QStringLiteral("language = ?"), {filter.language});
    }
    if (filter.since.isValid()) {
        condition.require(QStringLiteral("submitted_at >= ?"), {filter.since.toMSecsSinceEpoch()});
    }
    return condition;
}

/// The rows that a filter lets through, newest first; SQLite takes a negative limit for none.
Result<QSqlQuery> select(const QSqlDatabase& database, const QString& columns, const HistoryFilter& filter) {
    const Condition condition = toCondition(filter);
    return runStatement(
        database,
        QStringLiteral("SELECT %1 FROM submissions WHERE %2 ORDER BY id DESC LIMIT ?").arg(columns, condition.sql),
        condition.parameters + QVariantList{filter.most.value_or(-1)});
}

Result<StoredSubmission> load(const QSqlDatabase& database, qint64 id) {
    QSqlQuery row = TRY(runStatement(
        database, QStringLiteral("SELECT %1 FROM submissions WHERE id = ?").arg(submissionColumns()), {id}));
    if (!TRY(nextRow(database, row))) {
        return StoredSubmission();
    }
    StoredSubmission submission = readRow(row);
    TRY(readParts(database, submission));
    return submission;
}

} // namespace

Result<qint64> SubmissionRepository::add(const StoredSubmission& submission) {
    const QSqlDatabase database = m_store.database();
    Transaction transaction = TRY(Transaction::begin(database));
    const qint64 id = TRY(insertSubmission(database, submission));
    TRY(transaction.commit());
    return id;
}

Result<std::vector<StoredSubmission>> SubmissionRepository::list(const HistoryFilter& filter) const {
    const QSqlDatabase database = m_store.database();
    QSqlQuery row = TRY(select(database, submissionColumns(), filter));
    std::vector<StoredSubmission> submissions;
    while (TRY(nextRow(database, row))) {
        submissions.push_back(readRow(row));
    }
    return submissions;
}

Result<std::vector<StoredSubmission>> SubmissionRepository::list(const QString& problemId, int most) const {
    HistoryFilter filter;
    filter.most = most;
    if (!problemId.isEmpty()) {
        filter.problems << problemId;
    }
    return list(filter);
}

Result<std::optional<StoredSubmission>> SubmissionRepository::find(qint64 id) const {
    StoredSubmission submission = TRY(load(m_store.database(), id));
    return submission.id == 0 ? std::optional<StoredSubmission>() : std::optional(std::move(submission));
}

Result<void> SubmissionRepository::forEach(const HistoryFilter& filter, const Visit& visit) const {
    const QSqlDatabase database = m_store.database();
    const Snapshot snapshot = TRY(Snapshot::begin(database));
    std::vector<qint64> ids;
    {
        QSqlQuery row = TRY(select(database, QStringLiteral("id"), filter));
        while (TRY(nextRow(database, row))) {
            ids.push_back(row.value(0).toLongLong());
        }
    }
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        TRY(visit(TRY(load(database, *id))));
    }
    return {};
}

Result<SubmissionRepository::Progress> SubmissionRepository::progress() const {
    const QSqlDatabase database = m_store.database();
    QSqlQuery row = TRY(runStatement(database, QStringLiteral("SELECT problem_id, MAX(verdict = 'AC') FROM submissions "
                                                              "GROUP BY problem_id ORDER BY problem_id")));
    Progress progress;
    while (TRY(nextRow(database, row))) {
        (row.value(1).toBool() ? progress.solved : progress.tried).push_back(row.value(0).toString());
    }
    return progress;
}

} // namespace grindstone::core
