// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store.h"

#include "app/core/store/migrations.h"
#include "app/core/store/statement_runner.h"
#include "sandbox/base/unique_fd.h"

#include <QDeadlineTimer>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>

namespace grindstone::core {

namespace {

constexpr std::chrono::seconds BusyTimeout{10};

/// Makes the file when it is absent, readable by its owner alone, and finds out whether it may be written: SQLite
/// itself would quietly open a read-only one.
Result<void> ensureWritableFile(const std::filesystem::path& file) {
    const UniqueFd descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!descriptor) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return fail(full ? "store.full" : "store.unwritable",
                    file.string() + ": " + std::generic_category().message(errno));
    }
    return {};
}

Result<void> checkIntact(const QSqlDatabase& database) {
    QSqlQuery query = TRY(runStatement(database, QStringLiteral("PRAGMA quick_check(1)")));
    const QString verdict = query.next() ? query.value(0).toString() : QStringLiteral("no answer");
    if (verdict != QStringLiteral("ok")) {
        return fail("store.damaged", database.databaseName().toStdString() + ": " + verdict.toStdString());
    }
    return {};
}

/// SQLite doesn't wait for others when it changes the journal's mode, so this does.
Result<void> useWriteAheadLog(const QSqlDatabase& database) {
    const QDeadlineTimer deadline{BusyTimeout};
    for (;;) {
        const auto changed = runStatement(database, QStringLiteral("PRAGMA journal_mode = WAL"));
        if (changed) {
            return {};
        }
        if (changed.error().code != "store.failed" || deadline.hasExpired()) {
            return fail(changed.error());
        }
        QThread::msleep(5);
    }
}

Result<void> prepare(const QSqlDatabase& database) {
    TRY(checkIntact(database));
    TRY(useWriteAheadLog(database));
    // With a write-ahead log NORMAL cannot damage the file; a power cut may take the last moments with it, a crash of
    // the program takes nothing.
    TRY(runStatement(database, QStringLiteral("PRAGMA synchronous = NORMAL")));
    TRY(runStatement(database, QStringLiteral("PRAGMA foreign_keys = ON")));
    return migrate(database, migrations());
}

} // namespace

Store::Store(QString connectionName) : m_connectionName(std::move(connectionName)) {}

Store::~Store() {
    // removeDatabase() wants no copy of the connection to be around.
    database().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

QSqlDatabase Store::database() const {
    return QSqlDatabase::database(m_connectionName, false);
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file) {
    TRY(ensureWritableFile(file));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Store> store(new Store(name));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(QString::fromStdString(file));
    const auto timeout = std::chrono::milliseconds(BusyTimeout).count();
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(timeout));
    if (!database.open()) {
        return fail("store.unwritable", file.string() + ": " + database.lastError().text().toStdString());
    }
    TRY(prepare(database));
    return store;
}

} // namespace grindstone::core
