// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace grindstone::core {

/// Copies a database that was found intact to `<file>.day-<date>.bak`, once a day, and keeps the newest three of these.
/// Not one that is larger than 32 MiB, whose copying would keep a start waiting, nor one in which nothing is kept.
/// A copy that cannot be made is no failure of what the person is about: it is tried at the next start.
void copyDaily(const QSqlDatabase& database);

} // namespace grindstone::core
