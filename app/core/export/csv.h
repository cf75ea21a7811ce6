// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// A text as a field of a CSV file (RFC 4180): in quotes where it must be. A text that a spreadsheet would take for a
/// formula (one that begins with = + - @ or a control character) gets an apostrophe before it, which spreadsheets take
/// for "this is text"; NUL becomes U+FFFD.
QString csvField(const QString& text);

/// Fields that were made already, as a line with its end.
QByteArray csvLine(const QStringList& fields);

} // namespace grindstone::core
