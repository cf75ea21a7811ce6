// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/submission_rows.h"

#include "app/core/store/statement_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace grindstone::core {

namespace {

template<typename Number> QVariant orNull(const std::optional<Number>& number) {
    return number ? QVariant(*number) : QVariant();
}

std::optional<int> integerAt(const QSqlQuery& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).toInt());
}

std::optional<double> realAt(const QSqlQuery& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).toDouble());
}

QString toText(const QJsonArray& array) {
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// Empty for a text that is no array.
QJsonArray toArray(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QString diagnosticsText(const std::vector<StoredDiagnostic>& diagnostics) {
    QJsonArray array;
    for (const StoredDiagnostic& one : diagnostics) {
        array.append(QJsonArray{one.file, one.line, one.column, one.severity, one.message});
    }
    return toText(array);
}

std::vector<StoredDiagnostic> readDiagnostics(const QString& text) {
    std::vector<StoredDiagnostic> diagnostics;
    for (const QJsonValue& value : toArray(text)) {
        const QJsonArray one = value.toArray();
        diagnostics.push_back(
            {one[0].toString(), one[1].toInt(), one[2].toInt(), one[3].toString(), one[4].toString()});
    }
    return diagnostics;
}

QStringList readWords(const QString& text) {
    QStringList words;
    for (const QJsonValue& word : toArray(text)) {
        words << word.toString();
    }
    return words;
}

Result<qint64> insertRow(const QSqlDatabase& database, const StoredSubmission& one) {
    const QDateTime at = one.submittedAt.isValid() ? one.submittedAt : QDateTime::currentDateTimeUtc();
    const QSqlQuery query = TRY(runStatement(
        database,
        QStringLiteral("INSERT INTO submissions (problem_id, language, mode, verdict, submitted_at, cases_passed, "
                       "cases_total, cpu_ms_max, memory_kib_max, wall_ms, score, tier, message, toolchain_version, "
                       "compile_command, limit_cpu_ms, limit_wall_ms, limit_memory_kib, limit_output_kib, "
                       "limit_source, program_version, compile_output, diagnostics, max_score) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {toColumn(one.problemId),
         toColumn(one.language),
         toColumn(one.mode),
         toColumn(one.verdict),
         at.toMSecsSinceEpoch(),
         one.casesPassed,
         one.casesTotal,
         one.cpuMsMax,
         one.memoryKibMax,
         one.wallMs,
         orNull(one.score),
         toColumn(one.tier),
         toColumn(one.message),
         toColumn(one.toolchainVersion),
         toColumn(toText(QJsonArray::fromStringList(one.compileCommand))),
         one.limits.cpuMs,
         one.limits.wallMs,
         one.limits.memoryKib,
         one.limits.outputKib,
         toColumn(one.limits.source),
         toColumn(one.programVersion),
         toBlob(one.compileOutput),
         toColumn(diagnosticsText(one.diagnostics)),
         orNull(one.maxScore)}));
    return query.lastInsertId().toLongLong();
}

Result<void> insertFiles(const QSqlDatabase& database, qint64 id, const std::vector<StoredFile>& files) {
    QVariantList ids, places, names, contents;
    for (const StoredFile& file : files) {
        ids << id;
        places << places.size();
        names << toColumn(file.name);
        contents << toBlob(file.content);
    }
    return runBatch(
        database,
        QStringLiteral("INSERT INTO submission_files (submission_id, place, name, content) VALUES (?, ?, ?, ?)"),
        {ids, places, names, contents});
}

Result<void> insertCases(const QSqlDatabase& database, qint64 id, const std::vector<StoredCase>& cases) {
    std::vector<QVariantList> columns(13);
    for (const StoredCase& one : cases) {
        const QVariantList values{id,
                                  columns[0].size(),
                                  toColumn(one.name),
                                  toColumn(one.verdict),
                                  one.cpuMs,
                                  one.wallMs,
                                  one.memoryKib,
                                  toColumn(one.message),
                                  orNull(one.exitCode),
                                  orNull(one.signal),
                                  toColumn(one.limitHit),
                                  orNull(one.score),
                                  orNull(one.maxScore)};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i] << values[qsizetype(i)];
        }
    }
    return runBatch(database,
                    QStringLiteral("INSERT INTO submission_cases (submission_id, place, name, verdict, cpu_ms, "
                                   "wall_ms, memory_kib, message, exit_code, signal, limit_hit, score, "
                                   "max_score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    columns);
}

Result<std::vector<StoredFile>> readFiles(const QSqlDatabase& database, qint64 id) {
    QSqlQuery row = TRY(runStatement(database,
                                     QStringLiteral("SELECT name, content FROM submission_files "
                                                    "WHERE submission_id = ? ORDER BY place"),
                                     {id}));
    std::vector<StoredFile> files;
    while (TRY(nextRow(database, row))) {
        files.push_back({row.value(0).toString(), fromBlob(row.value(1).toByteArray())});
    }
    return files;
}

Result<std::vector<StoredCase>> readCases(const QSqlDatabase& database, qint64 id) {
    QSqlQuery row = TRY(runStatement(database,
                                     QStringLiteral("SELECT name, verdict, cpu_ms, wall_ms, memory_kib, message, "
                                                    "exit_code, signal, limit_hit, score, max_score "
                                                    "FROM submission_cases WHERE submission_id = ? ORDER BY place"),
                                     {id}));
    std::vector<StoredCase> cases;
    while (TRY(nextRow(database, row))) {
        cases.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toInt(), row.value(3).toInt(),
                         row.value(4).toLongLong(), row.value(5).toString(), integerAt(row, 6), integerAt(row, 7),
                         row.value(8).toString(), realAt(row, 9), realAt(row, 10)});
    }
    return cases;
}

Result<void> readCompilation(const QSqlDatabase& database, StoredSubmission& submission) {
    QSqlQuery row = TRY(runStatement(
        database, QStringLiteral("SELECT compile_output, diagnostics FROM submissions WHERE id = ?"), {submission.id}));
    if (TRY(nextRow(database, row))) {
        submission.compileOutput = fromBlob(row.value(0).toByteArray());
        submission.diagnostics = readDiagnostics(row.value(1).toString());
    }
    return {};
}

} // namespace

QString submissionColumns() {
    return QStringLiteral("id, problem_id, language, mode, verdict, submitted_at, cases_passed, cases_total, "
                          "cpu_ms_max, memory_kib_max, wall_ms, score, tier, message, toolchain_version, "
                          "compile_command, limit_cpu_ms, limit_wall_ms, limit_memory_kib, limit_output_kib, "
                          "limit_source, program_version, max_score");
}

StoredSubmission readRow(const QSqlQuery& row) {
    StoredSubmission submission;
    submission.id = row.value(0).toLongLong();
    submission.problemId = row.value(1).toString();
    submission.language = row.value(2).toString();
    submission.mode = row.value(3).toString();
    submission.verdict = row.value(4).toString();
    submission.submittedAt = QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong(), Qt::UTC);
    submission.casesPassed = row.value(6).toInt();
    submission.casesTotal = row.value(7).toInt();
    submission.cpuMsMax = row.value(8).toInt();
    submission.memoryKibMax = row.value(9).toLongLong();
    submission.wallMs = row.value(10).toLongLong();
    submission.score = realAt(row, 11);
    submission.tier = row.value(12).toString();
    submission.message = row.value(13).toString();
    submission.toolchainVersion = row.value(14).toString();
    submission.compileCommand = readWords(row.value(15).toString());
    submission.limits = {row.value(16).toLongLong(), row.value(17).toLongLong(), row.value(18).toLongLong(),
                         row.value(19).toLongLong(), row.value(20).toString()};
    submission.programVersion = row.value(21).toString();
    submission.maxScore = realAt(row, 22);
    return submission;
}

Result<void> readParts(const QSqlDatabase& database, StoredSubmission& submission) {
    submission.files = TRY(readFiles(database, submission.id));
    submission.cases = TRY(readCases(database, submission.id));
    return readCompilation(database, submission);
}

Result<qint64> insertSubmission(const QSqlDatabase& database, const StoredSubmission& submission) {
    const qint64 id = TRY(insertRow(database, submission));
    TRY(insertFiles(database, id, submission.files));
    TRY(insertCases(database, id, submission.cases));
    return id;
}

} // namespace grindstone::core
