// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// A LaTeX statement, as Kattis and Polygon write them, as Markdown that shows the same: headings, lists, tables, code,
/// formulas, pictures, footnotes. Commands that aren't known keep their text. The headings that macros make are in
/// `language`. Samples are `{{nextsample}}` and `{{remainingsamples}}`, where the statement places them; nothing of
/// theirs is taken from it. Reads no other file. Takes time in proportion to the text, whatever that is.
QString latexToMarkdown(const QString& latex, const QString& language = u"en"_qs);

} // namespace grindstone::core
