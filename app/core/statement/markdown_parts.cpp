// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/markdown_parts.h"

#include <QRegularExpression>

#include <algorithm>

namespace grindstone::core {

QString asMarkdownText(QChar character, QStringView line) {
    constexpr QStringView Always = u"*`$|\\";
    const QStringView before = line.trimmed();
    const bool first = before.isEmpty();
    const bool wordBefore = !line.isEmpty() && line.back().isLetterOrNumber();
    const bool digits =
        !first && before.size() < 10 && std::ranges::all_of(before, [](QChar c) { return c.isDigit(); });
    const bool special = Always.contains(character) || (character == u'_' && !wordBefore) ||
                         (first && QStringView(u"#-+>=").contains(character)) || (digits && character == u'.');
    return special ? u'\\' + QString(character) : QString(character);
}

QString emphasized(const QString& content, const QString& mark) {
    const QString text = content.trimmed();
    if (text.isEmpty() || text.contains(u"\n\n"_qs) || text.startsWith(u"```"_qs) || text.startsWith(u"|"_qs)) {
        return content; // blocks cannot be emphasized
    }
    const QString begin = text.front().isLetterOrNumber() ? mark : mark + OpeningGuard;
    const QString end = text.back().isLetterOrNumber() ? mark : ClosingGuard + mark;
    const QString before = content.front().isSpace() ? u" "_qs : QString();
    const QString after = content.back().isSpace() ? u" "_qs : QString();
    return before + begin + text + end + after;
}

QString withGuards(QString markdown) {
    static const QRegularExpression Opening(u"(?<=[\\p{L}\\p{N}])([*~]{1,6})\\x{e002}"_qs);
    static const QRegularExpression Closing(u"\\x{e003}([*~]{1,6})(?=[\\p{L}\\p{N}])"_qs);
    markdown.replace(Opening, u"\\1\u200b"_qs).replace(Closing, u"\u200b\\1"_qs);
    return markdown.remove(OpeningGuard).remove(ClosingGuard);
}

QString asCodeSpan(const QString& text) {
    if (text.trimmed().isEmpty()) {
        return text;
    }
    QString fence = u"`"_qs;
    while (text.contains(fence)) {
        fence += u'`';
    }
    const QString gap = text.startsWith(u'`') || text.endsWith(u'`') ? u" "_qs : QString();
    return fence + gap + text.simplified() + gap + fence;
}

QString asListItem(const QString& bullet, const QString& content) {
    QString text = content.trimmed();
    const QString margin(bullet.size(), u' ');
    text.replace(u'\n', u'\n' + margin);
    static const QRegularExpression Blank(u"\\n +(?=\\n)"_qs);
    return bullet + text.replace(Blank, u"\n"_qs) + u'\n';
}

QString asQuote(const QString& content) {
    return u"> "_qs + content.trimmed().replace(u'\n', u"\n> "_qs) + u'\n';
}

QString asTable(const std::vector<QStringList>& rows) {
    qsizetype columns = 0;
    for (const QStringList& row : rows) {
        columns = std::max(columns, row.size());
    }
    QString table;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QStringList cells = rows[i];
        while (cells.size() < columns) {
            cells.append(QString());
        }
        table += u"| "_qs + cells.join(u" | "_qs) + u" |\n"_qs;
        table += i == 0 ? u"|"_qs + u" --- |"_qs.repeated(columns) + u'\n' : QString();
    }
    return table;
}

QString withoutGaps(const QString& markdown) {
    QString result;
    QStringView fence;
    bool gap = true;
    const QString whole = markdown.trimmed();
    for (const QStringView line : QStringView(whole).split(u'\n')) {
        const QStringView text = line.trimmed();
        if (fence.isEmpty() && text.startsWith(u"```")) {
            fence = text;
        } else if (!fence.isEmpty()) {
            fence = text == fence ? QStringView() : fence;
            result += line.toString() + u'\n';
            gap = false;
            continue;
        }
        if (text.isEmpty() && gap) {
            continue;
        }
        gap = text.isEmpty();
        const QStringView margin = line.first(line.indexOf(text));
        result += margin.toString() + text.toString() + u'\n';
    }
    result.chop(1);
    return result;
}

QString raisedNumber(int number) {
    constexpr QStringView Digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString raised = QString::number(number);
    for (QChar& digit : raised) {
        digit = Digits[digit.digitValue()];
    }
    return raised;
}

} // namespace grindstone::core
