// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/connection.h"

#include <QSqlError>
#include <QUuid>

#include <utility>

namespace grindstone::core {

Result<Connection> Connection::open(const std::filesystem::path& file) {
    constexpr int BusyMilliseconds = 10'000;
    Connection connection(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection.m_name);
    database.setDatabaseName(QString::fromStdString(file));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(BusyMilliseconds));
    if (!database.open()) {
        return fail("store.unwritable", file.string() + ": " + database.lastError().text().toStdString());
    }
    return connection;
}

Connection::Connection(Connection&& other) noexcept : m_name(std::exchange(other.m_name, QString())) {}

Connection::~Connection() {
    if (!m_name.isNull()) {
        // removeDatabase() wants no copy of the connection to be around.
        database().close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

} // namespace grindstone::core
