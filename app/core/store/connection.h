// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QSqlDatabase>

#include <filesystem>

namespace grindstone::core {

/// One connection to a SQLite file, closed with this object; used by the thread that made it.
class Connection {
public:
    /// Makes an empty file when there is none. Fails with "store.unwritable".
    static Result<Connection> open(const std::filesystem::path& file);
    ~Connection();
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&&) = delete;

    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

private:
    explicit Connection(QString name) : m_name(std::move(name)) {}

    QString m_name; ///< of Qt's; null when moved from
};

} // namespace grindstone::core
