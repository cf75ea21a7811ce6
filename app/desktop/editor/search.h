// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace grindstone::desktop {

enum class SearchKind { Literal, RegularExpression };
enum class SearchDirection { Forward, Backward };

/// What to search for. Of a regular expression, "^" and "$" stand for the ends of a line. Matches without a character
/// in them are passed over.
class Search {
public:
    Search(const QString& text, SearchKind kind, Qt::CaseSensitivity sensitivity);

    /// False for an empty text and for a regular expression that isn't one.
    bool isValid() const;
    /// Why the regular expression isn't one; empty when it is.
    QString error() const;

    struct Range {
        qsizetype start = 0;
        qsizetype length = 0;

        friend bool operator==(const Range&, const Range&) = default;
    };

    /// The first match that starts at `from` or after it; backward, the last that starts before it. Goes round.
    std::optional<Range> find(const QString& text, qsizetype from, SearchDirection direction) const;

    /// What stands in the place of that range; nothing when the range isn't a match. Of a regular expression, \1 to \9
    /// in `replacement` are its groups, \0 is the match, \n and \t a line's end and a tab.
    std::optional<QString> replaced(const QString& text, Range range, const QString& replacement) const;

    struct Replacement {
        Range range;  ///< from the first match to the end of the last
        QString text; ///< what stands in its place
        int count = 0;
    };
    Replacement replacedAll(const QString& text, const QString& replacement) const;

private:
    QString expand(const QRegularExpressionMatch& match, const QString& replacement) const;

    SearchKind m_kind;
    QRegularExpression m_expression;
};

} // namespace grindstone::desktop
