// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::cli {

/// Columns of a terminal that the text takes: two for a wide character, none for one that combines.
qsizetype columnsOf(const QString& text);

/// The longest beginning, or end, of the text that takes no more than `most` columns.
QString beginningOf(const QString& text, qsizetype most);
QString endOf(const QString& text, qsizetype most);

} // namespace grindstone::cli
