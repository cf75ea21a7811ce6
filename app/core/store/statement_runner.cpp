// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/statement_runner.h"

#include <QStringDecoder>

#include <filesystem>

namespace grindstone::core {

namespace {

/// SQLite's primary result codes (https://www.sqlite.org/rescode.html) that mean something to a person.
enum SqliteCode { ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

/// SQLite calls it an input or output error when a full disk has no room for its log's index.
bool hasRoom(const QSqlDatabase& database) {
    constexpr std::uintmax_t Page = 4096;
    std::error_code failure;
    const auto space = std::filesystem::space(database.databaseName().toStdString(), failure);
    return failure || space.available >= Page;
}

const char* codeFor(const QSqlDatabase& database, const QSqlError& error) {
    // The driver gives extended codes, whose lowest byte is the primary one.
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case ReadOnly:
    case CannotOpen:
        return "store.unwritable";
    case Corrupt:
    case NotADatabase:
        return "store.damaged";
    case Full:
        return "store.full";
    case InputOutput:
        return hasRoom(database) ? "store.failed" : "store.full";
    default:
        return "store.failed";
    }
}

tl::unexpected<Error> failure(const QSqlDatabase& database, const QSqlError& error) {
    return fail(describe(database, error));
}

} // namespace

Error describe(const QSqlDatabase& database, const QSqlError& error) {
    return {codeFor(database, error),
            database.databaseName().toStdString() + ": " + error.databaseText().toStdString()};
}

Result<QSqlQuery> runStatement(const QSqlDatabase& database, const QString& sql, const QVariantList& parameters) {
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(database, query.lastError());
    }
    for (const QVariant& parameter : parameters) {
        query.addBindValue(parameter);
    }
    if (!query.exec()) {
        return failure(database, query.lastError());
    }
    return query;
}

Result<bool> nextRow(const QSqlDatabase& database, QSqlQuery& query) {
    if (query.next()) {
        return true;
    }
    if (query.lastError().isValid()) {
        return failure(database, query.lastError());
    }
    return false;
}

Result<void> runBatch(const QSqlDatabase& database, const QString& sql, const std::vector<QVariantList>& columns) {
    if (columns.empty() || columns.front().isEmpty()) {
        return {};
    }
    QSqlQuery query(database);
    if (!query.prepare(sql)) {
        return failure(database, query.lastError());
    }
    for (const QVariantList& column : columns) {
        query.addBindValue(column);
    }
    if (!query.execBatch()) {
        return failure(database, query.lastError());
    }
    return {};
}

Result<qint64> readNumber(const QSqlDatabase& database, const QString& sql) {
    QSqlQuery query = TRY(runStatement(database, sql));
    return query.next() ? query.value(0).toLongLong() : 0;
}

Result<Transaction> Transaction::begin(const QSqlDatabase& database) {
    TRY(runStatement(database, QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::move(other.m_database)), m_open(std::exchange(other.m_open, false)) {}

Transaction::~Transaction() {
    if (m_open) {
        // A full disk has SQLite roll back by itself; then there is nothing left to do, and this says so in vain.
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
    }
}

Result<void> Transaction::commit() {
    TRY(runStatement(m_database, QStringLiteral("COMMIT")));
    m_open = false;
    return {};
}

Result<Snapshot> Snapshot::begin(const QSqlDatabase& database) {
    TRY(runStatement(database, QStringLiteral("BEGIN")));
    return Snapshot(database);
}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : m_database(std::move(other.m_database)), m_open(std::exchange(other.m_open, false)) {}

Snapshot::~Snapshot() {
    if (m_open) {
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
    }
}

QString toColumn(const QString& text) {
    if (text.isNull()) {
        return QLatin1String("");
    }
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QByteArray toBlob(const QString& text) {
    return text.isEmpty() ? QByteArray("") : text.toUtf8();
}

QString fromBlob(const QByteArray& bytes) {
    // QString::fromUtf8 would drop a leading byte order mark.
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom).decode(bytes);
}

} // namespace grindstone::core
