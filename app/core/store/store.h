// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QString>

#include <filesystem>
#include <memory>

class QSqlDatabase;

namespace grindstone::core {

/// The person's database: one SQLite file in WAL mode, one connection owned by this object, used by the thread that
/// opened it. Several processes may have it open at once; each waits up to ten seconds for the other.
class Store {
public:
    /// Opens the database, makes it when it is absent, and migrates it to this version's schema (each migration in a
    /// transaction; PRAGMA user_version counts them; a copy of a database that isn't empty is made first, see
    /// migrations.h). Fails with "store.unwritable", "store.full", "store.damaged" or "store.too-new"; the file is
    /// never emptied or replaced. Needs a QCoreApplication.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    QSqlDatabase database() const;

private:
    explicit Store(QString connectionName);
    QString m_connectionName;
};

} // namespace grindstone::core
