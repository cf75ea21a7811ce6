// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// LaTeX without comments and preamble, its own macros (`\newcommand`, `\renewcommand`, `\providecommand`, `\def`) put
/// in where they are used. What stands verbatim stays. Macros that never end, or that would make more than 4 MiB, stop
/// being replaced.
QString expandLatex(const QString& latex);

/// How far the environment goes whose `\begin{name}` ends at `from`: the position of its `\end{name}`, or of the text's
/// end.
qsizetype findEndOfVerbatim(const QString& latex, qsizetype from, const QString& name);

/// Whether what stands in such an environment is no LaTeX.
bool isVerbatim(const QString& environment);

} // namespace grindstone::core
