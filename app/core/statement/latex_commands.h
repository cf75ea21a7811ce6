// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace grindstone::core {

/// What a LaTeX command of text means to somebody who only reads it.
enum class LatexMeaning {
    Unknown, ///< its text is kept
    Strong,
    Emphasis,
    Code,
    Struck,
    Plain,        ///< shows its last argument as it is
    SwitchStrong, ///< from here to the end of the group
    SwitchEmphasis,
    SwitchCode,
    Nothing, ///< is passed over with its arguments
};

struct LatexCommand {
    LatexMeaning meaning = LatexMeaning::Unknown;
    int passedOver = 0; ///< arguments in braces before the one that is shown
};

LatexCommand latexCommand(const QString& name);

/// The character or two that a command stands for, such as `\ldots`.
std::optional<QString> latexSymbol(const QString& name);

/// The combining character of an accent's command, such as `\"` or `\v`; null if it is none.
QChar latexAccent(const QString& name);

/// How many arguments in braces the `\begin` of an environment takes whose content is shown; 0 for most.
int latexEnvironmentArguments(const QString& name);

/// The heading that a macro or environment of Kattis (`Input`) or Polygon (`\InputFile`) makes, in a statement's
/// language; empty if it makes none.
QString latexHeading(const QString& name, const QString& language);

} // namespace grindstone::core
