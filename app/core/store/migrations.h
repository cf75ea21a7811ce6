// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QSqlDatabase>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace grindstone::core {

/// The statements that bring a schema from version n to n + 1; the first one begins with an empty database.
using Migration = QStringList;

/// This version's schema, step by step. A step that was released is never changed again.
const std::vector<Migration>& migrations();

/// Brings a database to version steps.size(). Each step is a transaction that also counts PRAGMA user_version up; two
/// processes that do so at once share the steps. Before the first step a database that isn't empty is copied to
/// `<file>.version-<n>.bak`. Fails with "store.too-new", or as runStatement() does: then the database has the version
/// of the last step that succeeded.
Result<void> migrate(const QSqlDatabase& database, const std::vector<Migration>& steps);

/// Copies a database that is in use, whole and compact, for its owner alone. Written beside its place and renamed, so a
/// copy that is there is a whole one; one that is there already stays. Fails as runStatement() does.
Result<void> copyDatabase(const QSqlDatabase& database, const std::filesystem::path& copy);

} // namespace grindstone::core
