// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/stored_submission.h"
#include "sandbox/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace grindstone::core {

/// What readRow() wants to be selected from `submissions`.
QString submissionColumns();
/// The submission of the row at which the query stands, without its parts.
StoredSubmission readRow(const QSqlQuery& row);
/// Fills in files, cases and what the compiler said.
Result<void> readParts(const QSqlDatabase& database, StoredSubmission& submission);

/// Writes a row, and the rows of its parts, outside any transaction of its own. Gives the id.
Result<qint64> insertSubmission(const QSqlDatabase& database, const StoredSubmission& submission);

} // namespace grindstone::core
