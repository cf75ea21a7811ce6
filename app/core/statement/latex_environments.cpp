// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between \begin and \end.
#include "app/core/statement/latex_reader.h"

#include "app/core/statement/latex_macros.h"
#include "app/core/statement/markdown_parts.h"
#include "app/core/statement/package_file.h"

#include <QRegularExpression>

#include <utility>
#include <vector>

namespace grindstone::core {

namespace {

constexpr qsizetype MostColumns = 100;
constexpr int DeepestQuote = 6;

} // namespace

void LatexReader::environment(QString& markdown, const QString& name) {
    QString base = name.trimmed();
    base.remove(u'*');
    static const QStringList Formulas{u"equation"_qs, u"align"_qs,    u"gather"_qs,  u"displaymath"_qs, u"math"_qs,
                                      u"multline"_qs, u"eqnarray"_qs, u"alignat"_qs, u"flalign"_qs,     u"cases"_qs,
                                      u"array"_qs,    u"bmatrix"_qs,  u"pmatrix"_qs};
    static const QStringList Lists{u"itemize"_qs,     u"enumerate"_qs,   u"description"_qs, u"compactitem"_qs,
                                   u"compactenum"_qs, u"compactdesc"_qs, u"inparaenum"_qs,  u"tightitemize"_qs};
    static const QStringList Tables{u"tabular"_qs, u"tabularx"_qs, u"longtable"_qs, u"tabulary"_qs, u"tabu"_qs};
    static const QStringList Drawings{u"tikzpicture"_qs, u"picture"_qs, u"asy"_qs, u"pspicture"_qs};
    if (isVerbatim(name)) {
        verbatim(markdown, name);
    } else if (Formulas.contains(base)) {
        formulaEnvironment(markdown, name);
    } else if (Lists.contains(base)) {
        list(markdown, base);
    } else if (Tables.contains(base)) {
        table(markdown, name);
    } else if (Drawings.contains(base) || base == u"example"_qs) {
        const bool samples = base == u"example"_qs;
        const bool placed = samples && QStringView(m_text).sliced(m_at).left(LongestArgument).contains(u"\\exmp");
        if (samples && !placed) {
            container(markdown, name);
            return;
        }
        m_at = findEndOfVerbatim(m_text, m_at, name);
        endEnvironment(name);
        markdown += placed ? u"\n\n{{remainingsamples}}\n\n"_qs : u"\n\n"_qs;
    } else {
        container(markdown, name);
    }
}

void LatexReader::endEnvironment(const QString& name) {
    if (startsWith(u"\\end{%1}"_qs.arg(name))) {
        m_at += name.size() + 6;
    }
}

void LatexReader::verbatim(QString& markdown, const QString& name) {
    const bool listing = name == u"lstlisting"_qs || name == u"minted"_qs || name == u"Verbatim"_qs;
    if (listing) {
        passOver(u'[', u']');
    }
    if (name == u"minted"_qs) {
        braced();
    }
    const qsizetype end = findEndOfVerbatim(m_text, m_at, name);
    QString text = m_text.sliced(m_at, end - m_at);
    m_at = end;
    endEnvironment(name);
    if (name != u"comment"_qs) {
        static const QRegularExpression FirstLine(u"^[ \\t]*\\n"_qs);
        static const QRegularExpression LastBlanks(u"\\s+$"_qs);
        text.remove(FirstLine).remove(LastBlanks);
        markdown += u"\n\n"_qs + asCodeBlock(text) + u"\n\n"_qs;
    }
}

void LatexReader::list(QString& markdown, const QString& name) {
    const bool numbered = name.contains(u"enum"_qs);
    passOver(u'[', u']');
    read(Until::Item); // options, usually nothing
    QString items;
    int number = 0;
    while (startsWith(u"\\item")) {
        m_at += 5;
        items += item(numbered ? QString::number(++number) + u". "_qs : u"- "_qs, numbered);
    }
    closeEnvironment();
    markdown += u"\n\n"_qs + items + u"\n\n"_qs;
}

QString LatexReader::item(const QString& bullet, bool numbered) {
    blanksBefore();
    QString label = isNext(u'[') ? between(u'[', u']') : QString();
    if (!label.isEmpty()) {
        label = LatexReader(label, m_language).read().trimmed();
    }
    const QString content = read(Until::Item);
    const QString strong = label.startsWith(u'*') || label.startsWith(u'`') ? label : emphasized(label, u"**"_qs);
    const QString text = label.isEmpty() ? content : (numbered ? label : strong) + u' ' + content.trimmed();
    return asListItem(bullet, withoutGaps(text));
}

void LatexReader::closeEnvironment() {
    if (startsWith(u"\\end{")) {
        braced();
    }
}

void LatexReader::container(QString& markdown, const QString& name) {
    passOver(u'[', u']');
    for (int i = 0; i < latexEnvironmentArguments(name); ++i) {
        braced();
        passOver(u'[', u']');
    }
    const QString title = latexHeading(name, m_language);
    if (!title.isEmpty()) {
        heading(markdown, title, 2);
    }
    const QString content = read(Until::Environment).trimmed();
    closeEnvironment();
    const bool quote = name == u"quote"_qs || name == u"quotation"_qs || name == u"displayquote"_qs;
    const QString gap = m_inCell ? u" "_qs : u"\n\n"_qs;
    markdown += gap + (quote && !m_inCell && m_depth < DeepestQuote ? asQuote(content) : content) + gap;
}

void LatexReader::table(QString& markdown, const QString& name) {
    if (name == u"tabularx"_qs || name == u"tabular*"_qs || name == u"tabulary"_qs) {
        braced();
    }
    passOver(u'[', u']');
    braced(); // the columns
    const bool outer = !std::exchange(m_inCell, true);
    std::vector<QStringList> rows;
    while (!atEnd() && !startsWith(u"\\end{")) {
        const QStringList cells = row();
        if (cells.join(QString()).trimmed().size() > 0) {
            rows.push_back(cells);
        }
    }
    closeEnvironment();
    m_inCell = !outer;
    if (!outer) {
        for (const QStringList& cells : rows) {
            markdown += u' ' + cells.join(u' ');
        }
    } else if (!rows.empty()) {
        markdown += u"\n\n"_qs + asTable(rows) + u"\n\n"_qs;
    }
}

QStringList LatexReader::row() {
    QStringList cells;
    while (true) {
        const QString cell = read(Until::Cell).simplified();
        if (cells.size() < MostColumns) {
            cells.append(cell);
        }
        if (isNext(u'&')) {
            ++m_at;
            continue;
        }
        if (startsWith(u"\\\\")) {
            m_at += 2;
            passOver(u'[', u']');
        } else if (startsWith(u"\\tabularnewline")) {
            m_at += 15;
        } else if (!startsWith(u"\\end{") && !atEnd()) {
            ++m_at; // too deep to be read
        }
        return cells;
    }
}

} // namespace grindstone::core
