// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/submission_repository.h"

#include "app/core/store/statement_runner.h"

namespace grindstone::core {

namespace {

QString columns() {
    return QStringLiteral("id, problem_id, language, code, verdict, submitted_at, cases_passed, cases_total, "
                          "cpu_ms_max, memory_kib_max, tier, message");
}

StoredSubmission readSubmission(const QSqlQuery& row) {
    StoredSubmission submission;
    submission.id = row.value(0).toLongLong();
    submission.problemId = row.value(1).toString();
    submission.language = row.value(2).toString();
    submission.code = fromBlob(row.value(3).toByteArray());
    submission.verdict = row.value(4).toString();
    submission.submittedAt = QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong(), Qt::UTC);
    submission.casesPassed = row.value(6).toInt();
    submission.casesTotal = row.value(7).toInt();
    submission.cpuMsMax = row.value(8).toInt();
    submission.memoryKibMax = row.value(9).toLongLong();
    submission.tier = row.value(10).toString();
    submission.message = row.value(11).toString();
    return submission;
}

Result<qint64> insertSubmission(const QSqlDatabase& database, const StoredSubmission& submission) {
    const QDateTime at = submission.submittedAt.isValid() ? submission.submittedAt : QDateTime::currentDateTimeUtc();
    const QSqlQuery query = TRY(runStatement(
        database,
        QStringLiteral("INSERT INTO submissions (problem_id, language, code, verdict, submitted_at, "
                       "cases_passed, cases_total, cpu_ms_max, memory_kib_max, tier, message) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {toColumn(submission.problemId), toColumn(submission.language), toBlob(submission.code),
         toColumn(submission.verdict), at.toMSecsSinceEpoch(), submission.casesPassed, submission.casesTotal,
         submission.cpuMsMax, submission.memoryKibMax, toColumn(submission.tier), toColumn(submission.message)}));
    return query.lastInsertId().toLongLong();
}

Result<void> insertCases(const QSqlDatabase& database, qint64 id, const std::vector<StoredCase>& cases) {
    QVariantList ids, places, names, verdicts, cpu, wall, memory, messages;
    for (const StoredCase& one : cases) {
        ids << id;
        places << places.size();
        names << toColumn(one.name);
        verdicts << toColumn(one.verdict);
        cpu << one.cpuMs;
        wall << one.wallMs;
        memory << one.memoryKib;
        messages << toColumn(one.message);
    }
    return runBatch(database,
                    QStringLiteral("INSERT INTO submission_cases (submission_id, place, name, verdict, cpu_ms, "
                                   "wall_ms, memory_kib, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                    {ids, places, names, verdicts, cpu, wall, memory, messages});
}

Result<std::vector<StoredCase>> readCases(const QSqlDatabase& database, qint64 id) {
    QSqlQuery row = TRY(runStatement(database,
                                     QStringLiteral("SELECT name, verdict, cpu_ms, wall_ms, memory_kib, message "
                                                    "FROM submission_cases WHERE submission_id = ? ORDER BY place"),
                                     {id}));
    std::vector<StoredCase> cases;
    while (row.next()) {
        cases.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toInt(), row.value(3).toInt(),
                         row.value(4).toLongLong(), row.value(5).toString()});
    }
    return cases;
}

} // namespace

Result<qint64> SubmissionRepository::add(const StoredSubmission& submission) {
    Transaction transaction = TRY(Transaction::begin(m_store.database()));
    const qint64 id = TRY(insert(submission));
    TRY(transaction.commit());
    return id;
}

Result<qint64> SubmissionRepository::insert(const StoredSubmission& submission) {
    const QSqlDatabase database = m_store.database();
    const qint64 id = TRY(insertSubmission(database, submission));
    TRY(insertCases(database, id, submission.cases));
    return id;
}

Result<std::vector<StoredSubmission>> SubmissionRepository::list(const QString& problemId, int most) const {
    QSqlQuery row = TRY(runStatement(m_store.database(),
                                     QStringLiteral("SELECT %1 FROM submissions WHERE ? IN ('', problem_id) "
                                                    "ORDER BY id DESC LIMIT ?")
                                         .arg(columns()),
                                     {toColumn(problemId), most}));
    std::vector<StoredSubmission> submissions;
    while (row.next()) {
        submissions.push_back(readSubmission(row));
    }
    return submissions;
}

Result<std::optional<StoredSubmission>> SubmissionRepository::find(qint64 id) const {
    const QSqlDatabase database = m_store.database();
    QSqlQuery row =
        TRY(runStatement(database, QStringLiteral("SELECT %1 FROM submissions WHERE id = ?").arg(columns()), {id}));
    if (!row.next()) {
        return std::optional<StoredSubmission>();
    }
    StoredSubmission submission = readSubmission(row);
    submission.cases = TRY(readCases(database, id));
    return std::optional(std::move(submission));
}

Result<SubmissionRepository::Progress> SubmissionRepository::progress() const {
    QSqlQuery row =
        TRY(runStatement(m_store.database(), QStringLiteral("SELECT problem_id, MAX(verdict = 'AC') FROM submissions "
                                                            "GROUP BY problem_id ORDER BY problem_id")));
    Progress progress;
    while (row.next()) {
        (row.value(1).toBool() ? progress.solved : progress.tried).push_back(row.value(0).toString());
    }
    return progress;
}

} // namespace grindstone::core
