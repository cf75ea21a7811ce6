// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_text.h"

#include "app/core/statement/latex_macros.h"
#include "app/core/statement/latex_reader.h"

namespace grindstone::core {

QString latexToMarkdown(const QString& latex, const QString& language) {
    constexpr qsizetype MostMarkdown = 4 << 20;
    return LatexReader(expandLatex(latex), language).read().left(MostMarkdown);
}

} // namespace grindstone::core
