// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <utility>
#include <vector>

namespace grindstone::core {

/// What SQLite says, as runStatement() would fail with.
Error describe(const QSqlDatabase& database, const QSqlError& error);

/// Runs one SQL statement with positional parameters; the query stands before its first row. Fails with
/// "store.full", "store.damaged", "store.unwritable" or "store.failed", by what SQLite says.
Result<QSqlQuery> runStatement(const QSqlDatabase& database, const QString& sql, const QVariantList& parameters = {});

/// Goes to the query's next row; false behind the last. Fails as runStatement() does: a row that cannot be read must
/// not pass for the end.
Result<bool> nextRow(const QSqlDatabase& database, QSqlQuery& query);

/// Runs one statement many times: `columns` holds one list a parameter, all of the same length.
Result<void> runBatch(const QSqlDatabase& database, const QString& sql, const std::vector<QVariantList>& columns);

/// The first column of the first row, as a number; 0 when there is none.
Result<qint64> readNumber(const QSqlDatabase& database, const QString& sql);

/// A write transaction (BEGIN IMMEDIATE, so that two processes queue instead of failing half-way). Rolled back unless
/// committed.
class Transaction {
public:
    static Result<Transaction> begin(const QSqlDatabase& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    Result<void> commit();

private:
    explicit Transaction(QSqlDatabase database) : m_database(std::move(database)), m_open(true) {}

    QSqlDatabase m_database;
    bool m_open = false;
};

/// A transaction that only reads: all statements within see the same moment, whoever writes meanwhile.
class Snapshot {
public:
    static Result<Snapshot> begin(const QSqlDatabase& database);
    ~Snapshot();
    Snapshot(Snapshot&& other) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;

private:
    explicit Snapshot(QSqlDatabase database) : m_database(std::move(database)), m_open(true) {}

    QSqlDatabase m_database;
    bool m_open = false;
};

/// Text as it goes into a text column: never NULL, and always well-formed.
QString toColumn(const QString& text);

/// Code as it goes into a BLOB column and comes back from it: UTF-8, because SQLite's own text columns drop a leading
/// byte order mark.
QByteArray toBlob(const QString& text);
QString fromBlob(const QByteArray& bytes);

} // namespace grindstone::core
