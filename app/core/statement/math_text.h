// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// A TeX formula as legible HTML: symbols as Unicode, `^` and `_` as <sup> and <sub>, fractions and roots on one line.
/// Commands that aren't known stay as they were typed. The result is escaped and well-formed, whatever the formula.
QString mathToHtml(const QString& tex);

} // namespace grindstone::core
