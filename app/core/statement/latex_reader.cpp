// SPDX-License-Identifier: GPL-3.0-or-later
// The text itself: what ends it, its characters, the arguments of commands.
#include "app/core/statement/latex_reader.h"

#include "app/core/statement/markdown_parts.h"

#include <QRegularExpression>

#include <algorithm>

namespace grindstone::core {

QString LatexReader::read() {
    QString markdown = read(Until::End);
    for (const QString& note : m_footnotes) {
        markdown += u"\n\n"_qs + note;
    }
    return withGuards(withoutGaps(markdown)) + u'\n';
}

QStringView LatexReader::lineOf(const QString& markdown) {
    constexpr qsizetype Enough = 64;
    const QStringView last = QStringView(markdown).last(std::min(Enough, markdown.size()));
    return last.sliced(last.lastIndexOf(u'\n') + 1);
}

QString LatexReader::read(Until until) {
    if (m_depth >= DeepestGroup) {
        return {}; // what follows is read by the one that called
    }
    ++m_depth;
    QString markdown;
    m_ended = false;
    while (!atEnd() && !endsHere(until)) {
        step(markdown, until);
        if (m_ended) {
            break;
        }
    }
    m_ended = false;
    --m_depth;
    return markdown;
}

bool LatexReader::endsHere(Until until) {
    if (until == Until::End) {
        return false;
    }
    if (isNext(u'}') && until == Until::Group) {
        ++m_at;
        return true;
    }
    if (isNext(u'\\')) {
        const bool row = until == Until::Cell && (startsWith(u"\\\\") || startsWith(u"\\tabularnewline"));
        const bool item = until == Until::Item && startsWith(u"\\item") && !letterAt(m_at + 5);
        return row || item || startsWith(u"\\end{");
    }
    return until == Until::Cell && isNext(u'&');
}

void LatexReader::step(QString& markdown, Until until) {
    const QChar next = m_text[m_at];
    switch (next.unicode()) {
    case u'\\':
        command(markdown, until);
        break;
    case u'{':
        ++m_at;
        markdown += m_depth < DeepestGroup ? read(Until::Group) : QString();
        break;
    case u'}':
        ++m_at;
        break;
    case u'$':
        dollar(markdown);
        break;
    case u'~':
        ++m_at;
        markdown += QChar(0xa0);
        break;
    default:
        if (next.isSpace()) {
            blanks(markdown, until);
        } else {
            character(markdown, next);
        }
    }
}

void LatexReader::blanks(QString& markdown, Until until) {
    int lines = 0;
    while (!atEnd() && m_text[m_at].isSpace() && m_text[m_at] != QChar(0xa0)) {
        lines += m_text[m_at] == u'\n' ? 1 : 0;
        ++m_at;
    }
    if (!atEnd() && m_text[m_at] == QChar(0xa0)) {
        markdown += m_text[m_at++];
    } else if (lines > 1 && until != Until::Cell) {
        markdown += u"\n\n"_qs;
    } else if (!markdown.isEmpty() && !markdown.endsWith(u'\n') && !markdown.endsWith(u' ')) {
        markdown += lines > 0 && until != Until::Cell && !m_inCell ? u'\n' : u' ';
    } else if (markdown.isEmpty()) {
        markdown = u" "_qs; // what is before this text may need it
    }
}

void LatexReader::character(QString& markdown, QChar next) {
    struct Ligature {
        QStringView typed;
        QStringView meant;
    };
    static constexpr Ligature Ligatures[] = {{u"---", u"—"}, {u"--", u"–"}, {u"``", u"“"}, {u"''", u"”"},
                                             {u"`", u"‘"},   {u"<<", u"«"}, {u">>", u"»"}};
    for (const Ligature& one : Ligatures) {
        if (startsWith(one.typed)) {
            markdown += one.meant;
            m_at += one.typed.size();
            return;
        }
    }
    ++m_at;
    const bool linkLike = next == u']' && (isNext(u'(') || isNext(u':') || isNext(u'['));
    markdown += linkLike ? u"\\]"_qs : asMarkdownText(next, lineOf(markdown));
}

QString LatexReader::commandName() {
    const qsizetype from = ++m_at;
    while (letterAt(m_at)) {
        ++m_at;
    }
    m_at += m_at == from && !atEnd() ? 1 : 0;
    return m_text.sliced(from, m_at - from);
}

void LatexReader::blanksBefore() {
    while (!atEnd() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t')) {
        ++m_at;
    }
}

QString LatexReader::braced() {
    static const QRegularExpression Name(u"\\\\[A-Za-z]*"_qs);
    if (startsWith(u"\\end")) {
        m_at += 4;
    }
    const qsizetype before = m_at;
    while (!atEnd() && m_text[m_at].isSpace()) {
        ++m_at;
    }
    if (!isNext(u'{')) {
        m_at = before;
        return {};
    }
    return between(u'{', u'}');
}

QString LatexReader::between(QChar open, QChar close) {
    const qsizetype begin = m_at + 1;
    int depth = 0;
    const qsizetype last = std::min(m_text.size(), begin + LongestArgument);
    for (qsizetype i = m_at; i < last; ++i) {
        if (m_text[i] == u'\\') {
            ++i;
            continue;
        }
        depth += m_text[i] == open ? 1 : m_text[i] == close ? -1 : 0;
        if (depth == 0) {
            m_at = i + 1;
            return m_text.sliced(begin, i - begin);
        }
    }
    m_at = begin;
    return {};
}

void LatexReader::passOver(QChar open, QChar close) {
    if (isNext(open)) {
        between(open, close);
    }
}

QString LatexReader::argument() {
    blanksBefore();
    if (isNext(u'{')) {
        ++m_at;
        return m_depth < DeepestGroup ? read(Until::Group) : QString();
    }
    QString one;
    if (!atEnd() && !isNext(u'}') && m_depth < DeepestGroup) {
        ++m_depth;
        step(one, Until::Group);
        --m_depth;
    }
    return one;
}

void LatexReader::star() {
    m_at += isNext(u'*') ? 1 : 0;
    passOver(u'[', u']');
}

void LatexReader::numberFigures() {
    static const QRegularExpression Mark(u"\\\\caption|\\\\label\\{([^}]{1,100})\\}"_qs);
    int number = 0;
    for (auto marks = Mark.globalMatch(m_text); marks.hasNext();) {
        const auto mark = marks.next();
        number += mark.captured(1).isEmpty() ? 1 : 0;
        if (!mark.captured(1).isEmpty()) {
            m_numbers.insert(mark.captured(1).trimmed(), QString::number(std::max(number, 1)));
        }
    }
}

} // namespace grindstone::core
