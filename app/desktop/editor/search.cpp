// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/search.h"

namespace grindstone::desktop {

namespace {

Search::Range rangeOf(const QRegularExpressionMatch& match) {
    return {match.capturedStart(), match.capturedLength()};
}

} // namespace

Search::Search(const QString& text, SearchKind kind, Qt::CaseSensitivity sensitivity)
    : m_kind(kind), m_expression(kind == SearchKind::Literal ? QRegularExpression::escape(text) : text,
                                 QRegularExpression::MultilineOption) {
    if (sensitivity == Qt::CaseInsensitive) {
        m_expression.setPatternOptions(m_expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    }
}

bool Search::isValid() const {
    return !m_expression.pattern().isEmpty() && m_expression.isValid();
}

QString Search::error() const {
    return m_expression.isValid() ? QString() : m_expression.errorString();
}

std::optional<Search::Range> Search::find(const QString& text, qsizetype from, SearchDirection direction) const {
    std::optional<Range> before;
    std::optional<Range> last;
    std::optional<Range> first;
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text);
    while (isValid() && matches.hasNext()) {
        const Range range = rangeOf(matches.next());
        if (range.length == 0) {
            continue;
        }
        if (direction == SearchDirection::Forward && range.start >= from) {
            return range;
        }
        first = first.value_or(range);
        last = range;
        if (range.start < from) {
            before = range;
        }
    }
    return direction == SearchDirection::Forward ? first : (before ? before : last);
}

std::optional<QString> Search::replaced(const QString& text, Range range, const QString& replacement) const {
    const QRegularExpressionMatch match = m_expression.match(text, range.start);
    if (!isValid() || !match.hasMatch() || range.length == 0 || rangeOf(match) != range) {
        return std::nullopt;
    }
    return expand(match, replacement);
}

Search::Replacement Search::replacedAll(const QString& text, const QString& replacement) const {
    Replacement result;
    qsizetype end = 0;
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text);
    while (isValid() && matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0) {
            continue;
        }
        if (result.count == 0) {
            result.range.start = end = match.capturedStart();
        }
        result.text += QStringView(text).mid(end, match.capturedStart() - end);
        result.text += expand(match, replacement);
        end = match.capturedEnd();
        ++result.count;
    }
    result.range.length = end - result.range.start;
    return result;
}

QString Search::expand(const QRegularExpressionMatch& match, const QString& replacement) const {
    if (m_kind == SearchKind::Literal) {
        return replacement;
    }
    QString expanded;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        const bool group = next >= u'0' && next <= u'9';
        if (replacement[i] != u'\\' || (!group && !QStringLiteral("\\nt").contains(next))) {
            expanded += replacement[i];
            continue;
        }
        expanded += group ? match.captured(next.digitValue())
                          : QString(next == u'n'   ? u'\n'
                                    : next == u't' ? u'\t'
                                                   : u'\\');
        ++i;
    }
    return expanded;
}

} // namespace grindstone::desktop
