// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas, as they are in Markdown.
#include "app/core/statement/latex_reader.h"

#include "app/core/statement/latex_macros.h"

#include <QRegularExpression>

#include <algorithm>

namespace grindstone::core {

namespace {

constexpr qsizetype LongestFormula = 8192;

} // namespace

void LatexReader::dollar(QString& markdown) {
    const bool display = startsWith(u"$$");
    const qsizetype begin = m_at + (display ? 2 : 1);
    formula(markdown, begin, display ? u"$$"_qs : u"$"_qs, display);
}

void LatexReader::formula(QString& markdown, qsizetype begin, const QString& close, bool display) {
    const qsizetype end = findClose(begin, close);
    if (end < 0) {
        m_at = begin;
        markdown += close == u"$"_qs ? u"\\$"_qs : QString();
        return;
    }
    m_at = end + close.size();
    appendFormula(markdown, m_text.sliced(begin, end - begin), display);
}

qsizetype LatexReader::findClose(qsizetype begin, const QString& close) {
    qsizetype& known = m_closes[close];
    while (known >= 0 && (known < begin || (known > 0 && m_text[known - 1] == u'\\' && close.front() == u'$'))) {
        known = m_text.indexOf(close, std::max(begin, known + 1));
    }
    return known >= 0 && known - begin <= LongestFormula ? known : -1;
}

void LatexReader::appendFormula(QString& markdown, QString tex, bool display) {
    tex.replace(u'$', u' '); // inside of \text{}
    if (m_inCell) {
        tex.replace(u"\\|"_qs, u"\\Vert "_qs).replace(u'|', u"\\vert "_qs);
    }
    tex = tex.simplified();
    if (tex.isEmpty()) {
        return;
    }
    const QString sign = display ? u"$$"_qs : u"$"_qs;
    markdown += sign + tex + sign;
}

void LatexReader::formulaEnvironment(QString& markdown, const QString& name) {
    const qsizetype end = findEndOfVerbatim(m_text, m_at, name);
    QString tex = m_text.sliced(m_at, std::min(end - m_at, LongestFormula));
    m_at = end;
    endEnvironment(name);
    static const QRegularExpression Noise(u"\\\\label\\{[^}]*\\}|\\\\nonumber|\\\\notag"_qs);
    tex.remove(Noise);
    if (!name.contains(u"matrix"_qs) && name != u"cases"_qs && name != u"array"_qs) {
        static const QRegularExpression Alignment(u"(?<!\\\\)&"_qs);
        tex.remove(Alignment);
    } else {
        tex = u"\\begin{%1}%2\\end{%1}"_qs.arg(name, tex);
    }
    appendFormula(markdown, tex, true);
}

} // namespace grindstone::core
