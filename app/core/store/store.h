// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/connection.h"
#include "app/core/store/store_lock.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <memory>

namespace grindstone::core {

/// The person's database: one SQLite file in WAL mode, one connection owned by this object, used by the thread that
/// opened it. Several processes may have it open at once; each waits up to ten seconds for the other.
class Store {
public:
    /// Opens the database, makes it when it is absent, and migrates it to this version's schema (each migration in a
    /// transaction; PRAGMA user_version counts them; a copy of a database that isn't empty is made first, see
    /// migrations.h). One that is damaged is repaired, or set aside when nothing in it can be read, unless another
    /// process has it open; takeNotice() tells of that. Once a day a copy is made. Fails with "store.unwritable",
    /// "store.full", "store.damaged", "store.failed" or "store.too-new"; the file is never silently emptied. Needs a
    /// QCoreApplication.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    QSqlDatabase database() const { return m_connection.database(); }

private:
    Store(std::optional<StoreLock> lock, Connection connection);

    std::optional<StoreLock> m_lock; ///< given back after the connection is closed
    Connection m_connection;
};

} // namespace grindstone::core
