// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that show something else: pictures, links, notes, code.
#include "app/core/statement/latex_reader.h"

#include "app/core/statement/markdown_parts.h"

#include <QRegularExpression>

#include <utility>

namespace grindstone::core {

bool LatexReader::reference(QString& markdown, const QString& name) {
    if (name == u"includegraphics"_qs) {
        star();
        markdown += picture(braced());
    } else if (name == u"illustration"_qs) {
        braced();
        const QString file = braced();
        markdown += u"\n\n"_qs + picture(file) + u"\n\n"_qs + emphasized(argument(), u"*"_qs) + u"\n\n"_qs;
    } else if (name.startsWith(u"caption"_qs)) {
        star();
        markdown += u"\n\n"_qs + emphasized(argument(), u"*"_qs) + u"\n\n"_qs;
    } else if (name == u"footnote"_qs || name == u"footnotetext"_qs) {
        footnote(markdown);
    } else if (name == u"url"_qs) {
        markdown += link(braced(), QString());
    } else if (name == u"href"_qs) {
        const QString address = braced();
        markdown += link(address, argument());
    } else if (name == u"ref"_qs || name == u"autoref"_qs || name == u"cref"_qs || name == u"eqref"_qs) {
        markdown += m_numbers.value(braced().trimmed());
    } else if (name == u"verb"_qs || (name == u"lstinline"_qs && !isNext(u'{'))) {
        verb(markdown);
    } else if (name == u"ensuremath"_qs) {
        appendFormula(markdown, braced(), false);
    } else if (name == u"epigraph"_qs) {
        const QString text = argument();
        markdown += u"\n\n"_qs + asQuote(text + u"\n\n— "_qs + argument()) + u"\n\n"_qs;
    } else {
        return false;
    }
    return true;
}

QString LatexReader::picture(QString file) {
    file = file.trimmed().remove(u'"').remove(u'{').remove(u'}');
    return file.isEmpty() ? QString() : u"![%1](<%1>)"_qs.arg(file.remove(u'<').remove(u'>').remove(u'\n'));
}

void LatexReader::footnote(QString& markdown) {
    passOver(u'[', u']');
    const QString number = raisedNumber(static_cast<int>(++m_notes));
    markdown += number;
    const bool cell = std::exchange(m_inCell, true);
    m_footnotes.append(number + u' ' + argument().simplified());
    m_inCell = cell;
}

QString LatexReader::link(QString address, const QString& text) {
    static const QRegularExpression Escape(u"\\\\([%#&_~])"_qs);
    address = address.simplified().replace(Escape, u"\\1"_qs).remove(u'<').remove(u'>').remove(u' ');
    const bool web = address.startsWith(u"http://"_qs) || address.startsWith(u"https://"_qs);
    if (text.trimmed().isEmpty() || !web) {
        return !text.trimmed().isEmpty() ? text : web ? u'<' + address + u'>' : asCodeSpan(address);
    }
    return u"[%1](<%2>)"_qs.arg(text.simplified(), address);
}

void LatexReader::verb(QString& markdown) {
    m_at += isNext(u'*') ? 1 : 0;
    passOver(u'[', u']');
    if (atEnd()) {
        return;
    }
    const QChar sign = m_text[m_at] == u'{' ? u'}' : m_text[m_at];
    const qsizetype end = m_text.indexOf(sign, m_at + 1);
    if (end < 0 || end - m_at > LongestArgument) {
        return;
    }
    markdown += code(m_text.sliced(m_at + 1, end - m_at - 1));
    m_at = end + 1;
}

QString LatexReader::code(QString text) const {
    return asCodeSpan(m_inCell ? text.replace(u'|', u"\\|"_qs) : text);
}

QString LatexReader::codeSpan(const QString& markdown) const {
    const bool plain = !QRegularExpression(u"[$*`|\\\\\n]"_qs).match(markdown).hasMatch();
    return plain ? code(markdown) : markdown;
}

QString LatexReader::codeArgument() {
    blanksBefore();
    const qsizetype begin = m_at;
    QString raw = isNext(u'{') ? between(u'{', u'}') : QString();
    for (const auto& [word, meant] :
         {std::pair(u"\\textbackslash"_qs, u"\\\\"_qs), std::pair(u"\\textasciitilde"_qs, u"\\~"_qs),
          std::pair(u"\\textasciicircum"_qs, u"\\^"_qs), std::pair(u"\\ldots"_qs, u"..."_qs),
          std::pair(u"\\dots"_qs, u"..."_qs)}) {
        raw.replace(word, meant);
    }
    static const QRegularExpression Markup(u"(?<!\\\\)[$]|\\\\[A-Za-z(\\[]"_qs);
    if (raw.isEmpty() || raw.contains(Markup)) {
        m_at = begin;
        return argument();
    }
    return code(withoutEscapes(raw));
}

QString LatexReader::withoutEscapes(const QString& raw) {
    QString text;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == u'\\' && i + 1 < raw.size()) {
            text += raw[++i];
        } else if (raw[i] != u'{' && raw[i] != u'}') {
            text += raw[i] == u'~' ? QChar(u' ') : raw[i];
        }
    }
    return text;
}

} // namespace grindstone::core
