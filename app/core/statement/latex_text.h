// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// A LaTeX statement as Markdown that can be read: comments gone, headings, lists, emphasis and formulas kept, other
/// commands dropped but for their text. It makes no attempt at typesetting.
QString latexToMarkdown(const QString& latex);

} // namespace grindstone::core
