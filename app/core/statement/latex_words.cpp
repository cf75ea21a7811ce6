// SPDX-License-Identifier: GPL-3.0-or-later
// Commands within the text.
#include "app/core/statement/latex_reader.h"

#include "app/core/statement/markdown_parts.h"
#include "app/core/statement/math_text.h"

namespace grindstone::core {

void LatexReader::command(QString& markdown, Until until) {
    if (startsWith(u"\\end{")) {
        braced(); // one that ends nothing
        return;
    }
    const QString name = commandName();
    if (name.size() == 1 && !name.front().isLetter()) {
        sign(markdown, name.front(), until);
    } else if (!structure(markdown, name) && !reference(markdown, name)) {
        word(markdown, name, until);
    }
}

void LatexReader::sign(QString& markdown, QChar one, Until until) {
    const QChar accent = latexAccent(one);
    if (one == u'\\') {
        passOver(u'[', u']');
        markdown += until == Until::Cell || m_inCell ? u" "_qs : u"\\\n"_qs;
    } else if (one == u'(' || one == u'[') {
        formula(markdown, m_at, one == u'(' ? u"\\)"_qs : u"\\]"_qs, one == u'[');
    } else if (!accent.isNull()) {
        accented(markdown, accent);
    } else if (one.isSpace() || one == u',' || one == u';' || one == u':') {
        markdown += u' ';
    } else if (QStringView(u"!/-@*)]").contains(one)) {
        return;
    } else {
        markdown += asMarkdownText(one, lineOf(markdown));
    }
}

void LatexReader::accented(QString& markdown, QChar accent) {
    blanksBefore();
    QString letter = isNext(u'{') ? braced().trimmed() : atEnd() ? QString() : QString(m_text[m_at++]);
    if (letter == u"\\i"_qs || (letter == u"\\"_qs && isNext(u'i'))) {
        m_at += letter == u"\\"_qs ? 1 : 0;
        letter = u"i"_qs;
    }
    markdown += (letter.left(1) + accent).normalized(QString::NormalizationForm_C) + letter.sliced(letter.size() > 0);
}

bool LatexReader::structure(QString& markdown, const QString& name) {
    if (name == u"begin"_qs) {
        environment(markdown, braced());
    } else if (name.endsWith(u"section"_qs)) {
        const auto level = 2 + name.count(u"sub"_qs);
        star();
        heading(markdown, argument(), static_cast<int>(level));
    } else if (name == u"paragraph"_qs || name == u"subparagraph"_qs) {
        star();
        markdown += u"\n\n"_qs + emphasized(argument(), u"**"_qs) + u' ';
    } else if (name == u"par"_qs || name == u"newline"_qs) {
        markdown += m_inCell ? u" "_qs : u"\n\n"_qs;
    } else if (name == u"nextsample"_qs || name == u"remainingsamples"_qs) {
        markdown += u"\n\n{{"_qs + name + u"}}\n\n"_qs;
    } else if (name == u"item"_qs) {
        passOver(u'[', u']');
        blanksBefore();
        markdown += u"\n\n• "_qs; // outside of a list
    } else if (const QString title = latexHeading(name, m_language); !title.isEmpty()) {
        heading(markdown, title, 2);
    } else {
        return false;
    }
    return true;
}

void LatexReader::heading(QString& markdown, const QString& title, int level) {
    markdown += m_inCell ? title : u"\n\n"_qs + QString(level, u'#') + u' ' + title.simplified() + u"\n\n"_qs;
}

void LatexReader::word(QString& markdown, const QString& name, Until until) {
    if (const auto symbol = latexSymbol(name)) {
        blanksOrNothing();
        for (const QChar one : *symbol) {
            markdown += asMarkdownText(one, lineOf(markdown));
        }
        return;
    }
    LatexCommand meaning = latexCommand(name);
    blanksBefore();
    meaning.meaning = isNext(u'{') ? meaning.meaning : asSwitch(name, meaning.meaning);
    if (meaning.meaning == LatexMeaning::Unknown) {
        unknown(markdown, name);
        return;
    }
    star();
    for (int i = 0; i < meaning.passedOver; ++i) {
        braced();
    }
    apply(markdown, meaning.meaning, until);
}

LatexMeaning LatexReader::asSwitch(const QString& name, LatexMeaning meaning) {
    static const QHash<QString, LatexMeaning> Switches{
        {u"bf"_qs, LatexMeaning::SwitchStrong},   {u"it"_qs, LatexMeaning::SwitchEmphasis},
        {u"em"_qs, LatexMeaning::SwitchEmphasis}, {u"sl"_qs, LatexMeaning::SwitchEmphasis},
        {u"tt"_qs, LatexMeaning::SwitchCode},     {u"t"_qs, LatexMeaning::Plain}};
    return Switches.value(name, meaning);
}

void LatexReader::blanksOrNothing() {
    if (startsWith(u"{}")) {
        m_at += 2;
    }
}

void LatexReader::apply(QString& markdown, LatexMeaning meaning, Until until) {
    switch (meaning) {
    case LatexMeaning::Strong:
        markdown += emphasized(argument(), u"**"_qs);
        break;
    case LatexMeaning::Emphasis:
        markdown += emphasized(argument(), u"*"_qs);
        break;
    case LatexMeaning::Struck:
        markdown += emphasized(argument(), u"~~"_qs);
        break;
    case LatexMeaning::Code:
        markdown += codeArgument();
        break;
    case LatexMeaning::Plain:
        markdown += argument();
        break;
    case LatexMeaning::SwitchStrong:
        markdown += emphasized(read(until), u"**"_qs);
        m_ended = true;
        break;
    case LatexMeaning::SwitchEmphasis:
        markdown += emphasized(read(until), u"*"_qs);
        m_ended = true;
        break;
    case LatexMeaning::SwitchCode:
        markdown += codeSpan(read(until));
        m_ended = true;
        break;
    case LatexMeaning::Nothing:
    case LatexMeaning::Unknown:
        break;
    }
}

void LatexReader::unknown(QString& markdown, const QString& name) {
    if (latexAccent(name) != QChar() && name.size() == 1) {
        accented(markdown, latexAccent(name));
        return;
    }
    const QString tex = u'\\' + name;
    const QString symbol = mathToHtml(tex);
    if (!symbol.startsWith(u'\\') && !symbol.isEmpty()) {
        markdown += u'$' + tex + u'$';
        return;
    }
    passOver(u'[', u']');
}

} // namespace grindstone::core
