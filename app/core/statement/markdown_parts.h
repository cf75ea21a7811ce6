// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace grindstone::core {

/// A character of plain text where it could mean something in Markdown; `line` is what stands before it in its line.
QString asMarkdownText(QChar character, QStringView line);

/// Stand where a mark of emphasis would not count as one if a letter comes to stand on its other side.
inline constexpr QChar OpeningGuard(0xe002);
inline constexpr QChar ClosingGuard(0xe003);

/// Text between two marks of emphasis, such as "**". Blanks go out of them. Needs withGuards() in the end.
QString emphasized(const QString& content, const QString& mark);

/// The whole text with a character that nobody sees for each guard that is needed, and without the others.
QString withGuards(QString markdown);

/// Between backquotes, as many as it needs.
QString asCodeSpan(const QString& text);

/// An item of a list: `bullet`, and the lines after the first one set in as far.
QString asListItem(const QString& bullet, const QString& content);

/// Each line behind "> ".
QString asQuote(const QString& content);

/// Rows of cells as a table, the first one its head; all in one line each.
QString asTable(const std::vector<QStringList>& rows);

/// Without blanks at the ends of lines, and with one empty line where there are several; but for what is in code
/// blocks.
QString withoutGaps(const QString& markdown);

/// A number in small raised digits.
QString raisedNumber(int number);

} // namespace grindstone::core
