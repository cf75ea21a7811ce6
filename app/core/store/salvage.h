// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <optional>
#include <vector>

namespace grindstone::core {

/// What became of a table's rows.
struct SalvagedTable {
    QString table;
    qint64 kept = 0;
    std::optional<qint64> lost; ///< nothing: it cannot be known
    /// Submissions of which only the code is left: they are lost, and their code is kept under LostProblem.
    qint64 codeOnly = 0;
};

/// The problem of submissions whose own is lost.
inline constexpr const char* LostProblem = "lost/unknown";

/// Copies all that can be read of the tables of `target`, which are empty, from `source`, which is damaged: row by row,
/// around what cannot be read. Cases of submissions which are lost are left out; their code is kept. Whatever `source`
/// holds does no more than give wrong rows. Fails as runStatement() does on `target` only.
Result<std::vector<SalvagedTable>> salvage(const QSqlDatabase& source, const QSqlDatabase& target);

} // namespace grindstone::core
