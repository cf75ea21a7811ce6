// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/migrations.h"
#include "sandbox/base/result.h"

#include <QSqlDatabase>

#include <optional>

namespace grindstone::core {

/// How thoroughly to look for damage.
enum class CheckDepth {
    Schema, ///< header and schema
    Quick,  ///< all pages, too, but not that indexes hold what tables hold
    Full,
};

/// Fails with "store.damaged" when the database isn't as SQLite and `steps` leave one: pages, and tables and columns of
/// the version that it has. A version that `steps` don't know is left to migrate(). An empty database is intact.
Result<void> checkIntact(const QSqlDatabase& database, CheckDepth depth,
                         const std::vector<Migration>& steps = migrations());

/// The latest version whose tables and columns are all there; 0 when there is none such.
Result<qint64> versionBySchema(const QSqlDatabase& database, const std::vector<Migration>& steps = migrations());

/// The names of a table's columns; empty when there is no such table.
Result<QStringList> columnsOf(const QSqlDatabase& database, const QString& table);

} // namespace grindstone::core
