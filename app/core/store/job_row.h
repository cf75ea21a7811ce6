// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/turn.h"

#include <QSqlQuery>
#include <QString>

namespace grindstone::core {

/// How jobs look in the table: columns to select, and what is made of such a row.
QString viewColumns();
JobView readView(const QSqlQuery& row);

QString entryColumns();
QueueEntry readEntry(const QSqlQuery& row);

/// A condition that is true of the owner's jobs, and its four parameters.
QString ownedBy();
QVariantList parametersOf(const JobOwner& owner);

QString columnText(std::string_view text);
/// "run", "submit"
QString modeColumn(judge::Mode mode);
/// Run before Submit.
int priorityOf(judge::Mode mode);

} // namespace grindstone::core
