// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// A formula in one line of plain text: "1 ≤ n ≤ 10⁵".
QString mathToText(const QString& tex);

/// Markdown to read as it is: formulas as plain text, without the backslashes that keep characters from meaning
/// something. Code blocks and code stay.
QString markdownToRead(const QString& markdown);

} // namespace grindstone::core
