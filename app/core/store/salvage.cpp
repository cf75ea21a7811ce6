// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table is a tree of pages in the order of its keys. Where a page is damaged, reading ends with an error; so a range
// of keys is read from its beginning to the first error, and from its end backwards to the last one. What lies between
// is halved and tried again, until single keys fail or too much has failed.
#include "app/core/store/salvage.h"

#include "app/core/store/statement_runner.h"
#include "app/core/store/store_check.h"

#include <QSqlError>

#include <algorithm>
#include <deque>
#include <limits>

namespace grindstone::core {

namespace {

/// As many readings may fail in a table. A damaged page costs some hundred, one for each half of what it held.
constexpr int MostFailures = 5000;
/// Where nothing tells the last key: as many as nobody will have submitted.
constexpr qint64 LastKey = 1 << 20;

struct Table {
    QString name;
    QStringList columns; ///< those that both databases have
    QString key;         ///< an integer by which the table's tree is ordered; empty for a key of another kind
    qint64 lastKey = LastKey;
};

enum class Direction { Up, Down };

struct Range {
    qint64 from = 0;
    qint64 to = 0;
};

class TableCopy {
public:
    TableCopy(const QSqlDatabase& source, const QSqlDatabase& target, Table table)
        : m_target(target), m_table(std::move(table)), m_up(source), m_down(source), m_insert(target) {}

    Result<void> run() {
        QStringList marks;
        marks.fill(QStringLiteral("?"), m_table.columns.size());
        m_insert.prepare(QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                             .arg(m_table.name, m_table.columns.join(u','), marks.join(u',')));
        if (!prepare(m_up, Direction::Up) || !prepare(m_down, Direction::Down)) {
            return {}; // not even the table is there
        }
        m_pending.push_back({std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()});
        while (!m_pending.empty() && m_failures < MostFailures) {
            const Range range = m_pending.front();
            m_pending.pop_front();
            TRY(readRange(range));
        }
        return {};
    }

private:
    /// How far a reading came: the last key, and whether it ended because there was no more.
    struct Reading {
        std::optional<qint64> last;
        bool whole = false;
    };

    bool prepare(QSqlQuery& query, Direction direction) const {
        const bool ranged = !m_table.key.isEmpty();
        const QString key = ranged ? m_table.key : QStringLiteral("0");
        query.setForwardOnly(true);
        return query.prepare(QStringLiteral("SELECT %1, %2 FROM %3 NOT INDEXED WHERE %1 BETWEEN ? AND ? ORDER BY %4%5")
                                 .arg(key, m_table.columns.join(u','), m_table.name,
                                      ranged ? m_table.key : m_table.columns.front(),
                                      direction == Direction::Down ? QStringLiteral(" DESC") : QString()));
    }

    Result<Reading> read(QSqlQuery& query, Range range, Direction direction) {
        Reading reading;
        query.bindValue(0, range.from);
        query.bindValue(1, range.to);
        bool readable = query.exec();
        while (readable && query.next()) {
            const qint64 key = query.value(0).toLongLong();
            readable = !isBehind(key, reading.last, direction);
            if (readable) {
                reading.last = key;
                TRY(copy(query));
            }
        }
        reading.whole = readable && !query.lastError().isValid();
        m_failures += reading.whole ? 0 : 1;
        query.finish();
        return reading;
    }

    /// A tree that leads back to where it came from would never end.
    static bool isBehind(qint64 key, const std::optional<qint64>& last, Direction direction) {
        return last && (direction == Direction::Up ? key < *last : key > *last);
    }

    /// Qt gives an empty BLOB as a null QByteArray, which it would write as NULL.
    static QVariant valueAt(const QSqlQuery& row, int column) {
        const QVariant value = row.value(column);
        const bool emptyBlob =
            value.typeId() == QMetaType::QByteArray && !value.isNull() && value.toByteArray().isNull();
        return emptyBlob ? QVariant(QByteArray("")) : value;
    }

    /// A row that the new table doesn't take, because it is garbage or there already, is left out.
    Result<void> copy(const QSqlQuery& row) {
        for (int column = 0; column < m_table.columns.size(); ++column) {
            m_insert.bindValue(column, valueAt(row, column + 1));
        }
        if (m_insert.exec()) {
            return {};
        }
        const Error error = describe(m_target, m_insert.lastError());
        return error.code == "store.failed" ? Result<void>() : fail(error);
    }

    /// Reads from both ends; what lies between waits in two halves. All are halved in turn, so that one bad place
    /// doesn't use up what may fail.
    Result<void> readRange(Range range) {
        const Reading up = TRY(read(m_up, range, Direction::Up));
        if (up.whole) {
            return {};
        }
        const Reading down = TRY(read(m_down, range, Direction::Down));
        // A key may have several rows, of which not all were read.
        const qint64 first = up.last.value_or(std::max<qint64>(range.from, 1));
        const qint64 last = down.last.value_or(std::min(range.to, m_table.lastKey));
        if (!down.whole && first < last && !m_table.key.isEmpty()) {
            const qint64 middle = first + (last - first) / 2;
            m_pending.push_back({first, middle});
            m_pending.push_back({middle + 1, last});
        }
        return {};
    }

    QSqlDatabase m_target;
    Table m_table;
    QSqlQuery m_up;
    QSqlQuery m_down;
    QSqlQuery m_insert;
    std::deque<Range> m_pending;
    int m_failures = 0;
};

Result<QStringList> tablesOf(const QSqlDatabase& database) {
    QSqlQuery row = TRY(runStatement(
        database, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                 "ORDER BY rowid")));
    QStringList tables;
    while (TRY(nextRow(database, row))) {
        tables << row.value(0).toString();
    }
    return tables;
}

/// The integer by which the tree is ordered: the row's number, or the first column of a key that is the tree itself.
Result<QString> keyOf(const QSqlDatabase& target, const QString& table) {
    if (runStatement(target, QStringLiteral("SELECT rowid FROM %1").arg(table))) {
        return QStringLiteral("rowid");
    }
    QSqlQuery row = TRY(runStatement(
        target, QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'"), {table}));
    return TRY(nextRow(target, row)) ? row.value(0).toString() : QString();
}

/// Ids are given once and never taken back, so those up to the last one were all there.
std::optional<qint64> idsGiven(const QSqlDatabase& source, const QString& table) {
    constexpr qint64 Credible = 100'000'000;
    const Result<qint64> last =
        readNumber(source, QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = '%1'").arg(table));
    return last && *last > 0 && *last < Credible ? std::optional(*last) : std::nullopt;
}

Result<Table> findTable(const QSqlDatabase& source, const QSqlDatabase& target, const QString& name) {
    Table table;
    table.name = name;
    table.columns = TRY(columnsOf(target, name));
    table.key = TRY(keyOf(target, name));
    const QStringList there = columnsOf(source, name).value_or(QStringList());
    const bool ofSubmission = name.startsWith(QStringLiteral("submission_"));
    table.lastKey = idsGiven(source, ofSubmission ? QStringLiteral("submissions") : name).value_or(LastKey);
    table.columns.removeIf([&](const QString& column) { return !there.contains(column); });
    return table;
}

/// What the source itself counts, by an index where it has one.
std::optional<qint64> rowsCounted(const QSqlDatabase& source, const QString& table) {
    const Result<qint64> count = readNumber(source, QStringLiteral("SELECT COUNT(*) FROM %1").arg(table));
    return count ? std::optional(*count) : std::nullopt;
}

Result<SalvagedTable> outcomeOf(const QSqlDatabase& source, const QSqlDatabase& target, const QString& table,
                                qint64 codeOnly) {
    const qint64 rows = TRY(readNumber(target, QStringLiteral("SELECT COUNT(*) FROM %1").arg(table)));
    SalvagedTable outcome{table, rows - codeOnly, {}, codeOnly};
    std::optional<qint64> known = rowsCounted(source, table);
    if (table == QStringLiteral("submissions")) {
        known = std::max(known, idsGiven(source, table));
    }
    if (known) {
        outcome.lost = std::max<qint64>(0, *known - outcome.kept);
    }
    return outcome;
}

/// What comes new must not get the ids of what is lost.
Result<void> keepIdsGiven(const QSqlDatabase& source, const QSqlDatabase& target, const QStringList& tables) {
    for (const QString& table : tables) {
        if (const std::optional<qint64> last = idsGiven(source, table)) {
            TRY(runStatement(target,
                             QStringLiteral("INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE NOT EXISTS "
                                            "(SELECT 1 FROM sqlite_sequence WHERE name = ?)"),
                             {table, table}));
            TRY(runStatement(target, QStringLiteral("UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?"),
                             {*last, table}));
        }
    }
    return {};
}

/// Somebody's code is worth more than what was said of it: submissions that are lost get a row that tells so.
Result<qint64> keepCodeOfLost(const QSqlDatabase& target, const QStringList& tables) {
    if (!tables.contains(QStringLiteral("submission_files"))) {
        return 0;
    }
    const QSqlQuery kept = TRY(runStatement(
        target,
        QStringLiteral("INSERT INTO submissions (id, problem_id, language, verdict, submitted_at, cases_passed, "
                       "cases_total, cpu_ms_max, memory_kib_max, tier, message) "
                       "SELECT DISTINCT submission_id, ?, '', '', 0, 0, 0, 0, 0, '', '' FROM submission_files "
                       "WHERE submission_id > 0 AND submission_id NOT IN (SELECT id FROM submissions)"),
        {QString::fromUtf8(LostProblem)}));
    return kept.numRowsAffected();
}

/// Parts of submissions that are lost.
Result<void> removeOrphans(const QSqlDatabase& target, const QStringList& tables) {
    for (const QString& table : {QStringLiteral("submission_files"), QStringLiteral("submission_cases")}) {
        if (tables.contains(table)) {
            TRY(runStatement(target,
                             QStringLiteral("DELETE FROM %1 WHERE submission_id NOT IN "
                                            "(SELECT id FROM submissions WHERE verdict <> '' OR ?)")
                                 .arg(table),
                             {table == QStringLiteral("submission_files")}));
        }
    }
    return {};
}

/// Damage is looked past, and nothing that the schema says is run.
void tolerate(const QSqlDatabase& source) {
    for (const char* pragma : {"writable_schema = ON", "trusted_schema = OFF", "cell_size_check = ON"}) {
        (void)runStatement(source, QStringLiteral("PRAGMA ") + QString::fromUtf8(pragma));
    }
}

} // namespace

Result<std::vector<SalvagedTable>> salvage(const QSqlDatabase& source, const QSqlDatabase& target) {
    tolerate(source);
    const QStringList tables = TRY(tablesOf(target));
    Transaction transaction = TRY(Transaction::begin(target));
    for (const QString& name : tables) {
        const Table table = TRY(findTable(source, target, name));
        if (!table.columns.isEmpty()) {
            TRY(TableCopy(source, target, table).run());
        }
    }
    const qint64 codeOnly = TRY(keepCodeOfLost(target, tables));
    TRY(removeOrphans(target, tables));
    TRY(keepIdsGiven(source, target, tables));
    std::vector<SalvagedTable> outcomes;
    for (const QString& name : tables) {
        outcomes.push_back(TRY(outcomeOf(source, target, name, name == QStringLiteral("submissions") ? codeOnly : 0)));
    }
    TRY(transaction.commit());
    return outcomes;
}

} // namespace grindstone::core
