// SPDX-License-Identifier: GPL-3.0-or-later
//
// No checksum guards a page, so what is looked at is whether all fits together. The number of the version is held
// against the tables and columns that each version has: a wrong number would have the next migration fail, or skip one.
// Their SQL isn't compared, since SQLite's own versions differ in what ALTER TABLE makes of it.
#include "app/core/store/store_check.h"

#include "app/core/store/connection.h"
#include "app/core/store/statement_runner.h"

#include <QSet>

namespace grindstone::core {

namespace {

using Schema = QSet<QString>; ///< "table.column"

Result<Schema> readSchema(const QSqlDatabase& database) {
    QSqlQuery row = TRY(runStatement(
        database, QStringLiteral("SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
                                 "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'")));
    Schema schema;
    while (TRY(nextRow(database, row))) {
        schema.insert(row.value(0).toString());
    }
    return schema;
}

/// What each version has; the first one is of version 0.
Result<std::vector<Schema>> schemasOf(const std::vector<Migration>& steps) {
    const Connection memory = TRY(Connection::open(":memory:"));
    std::vector<Schema> schemas{Schema()};
    for (const Migration& step : steps) {
        for (const QString& statement : step) {
            TRY(runStatement(memory.database(), statement));
        }
        schemas.push_back(TRY(readSchema(memory.database())));
    }
    return schemas;
}

Result<void> checkPages(const QSqlDatabase& database, CheckDepth depth) {
    QSqlQuery query = TRY(runStatement(database, depth == CheckDepth::Full ? QStringLiteral("PRAGMA integrity_check(1)")
                                                                           : QStringLiteral("PRAGMA quick_check(1)")));
    const QString verdict = TRY(nextRow(database, query)) ? query.value(0).toString() : QStringLiteral("no answer");
    if (verdict != QStringLiteral("ok")) {
        return fail("store.damaged", database.databaseName().toStdString() + ": " + verdict.simplified().toStdString());
    }
    return {};
}

/// The latest version whose tables and columns are all there.
std::size_t latestFitting(const Schema& actual, const std::vector<Schema>& schemas) {
    std::size_t version = schemas.size() - 1;
    while (version > 0 && !actual.contains(schemas[version])) {
        --version;
    }
    return version;
}

Result<void> checkSchema(const QSqlDatabase& database, const std::vector<Migration>& steps) {
    const Snapshot snapshot = TRY(Snapshot::begin(database));
    const qint64 version = TRY(readNumber(database, QStringLiteral("PRAGMA user_version")));
    const std::vector<Schema> schemas = TRY(schemasOf(steps));
    if (version >= qint64(schemas.size())) {
        return {};
    }
    const Schema actual = TRY(readSchema(database));
    // A step may change no table: then the later version fits, too.
    const std::size_t fitting = latestFitting(actual, schemas);
    const bool known = version >= 0 && actual.contains(schemas[std::size_t(version)]) &&
                       schemas[std::size_t(version)].contains(schemas[fitting]);
    const qint64 pages = TRY(readNumber(database, QStringLiteral("PRAGMA page_count")));
    if (!known || (version == 0 && pages > 1)) {
        return fail("store.damaged", database.databaseName().toStdString() + ": its tables aren't those of version " +
                                         std::to_string(version));
    }
    return {};
}

} // namespace

Result<qint64> versionBySchema(const QSqlDatabase& database, const std::vector<Migration>& steps) {
    return qint64(latestFitting(TRY(readSchema(database)), TRY(schemasOf(steps))));
}

Result<QStringList> columnsOf(const QSqlDatabase& database, const QString& table) {
    QSqlQuery row = TRY(runStatement(database, QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table}));
    QStringList columns;
    while (TRY(nextRow(database, row))) {
        columns << row.value(0).toString();
    }
    return columns;
}

Result<void> checkIntact(const QSqlDatabase& database, CheckDepth depth, const std::vector<Migration>& steps) {
    TRY(checkSchema(database, steps));
    return depth == CheckDepth::Schema ? Result<void>() : checkPages(database, depth);
}

} // namespace grindstone::core
