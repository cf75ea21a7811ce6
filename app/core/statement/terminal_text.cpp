// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/terminal_text.h"

#include "app/core/statement/math_text.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace grindstone::core {

namespace {

/// All of it in raised or lowered characters, where there are such; else behind a sign, in brackets if it is long.
QString raised(const QString& text, bool up) {
    static const QString Plain = u"0123456789+-−=()n"_qs;
    static const QString Above = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"_qs;
    static const QString Below = u"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ"_qs;
    const bool possible = std::ranges::all_of(text, [](QChar one) { return Plain.contains(one); });
    if (!possible) {
        return (up ? u'^' : u'_') + (text.size() > 1 ? u'(' + text + u')' : text);
    }
    QString result;
    for (const QChar one : text) {
        result += (up ? Above : Below)[Plain.indexOf(one)];
    }
    return result;
}

/// Replaces what holds no such element itself, until there is none.
void replaceRaised(QString& html) {
    static const QRegularExpression Innermost(u"<(sup|sub)>([^<]*)</\\1>"_qs);
    constexpr int Deepest = 50;
    for (int i = 0; i < Deepest && html.contains(u"</su"_qs); ++i) {
        QString result;
        qsizetype at = 0;
        for (auto matches = Innermost.globalMatch(html); matches.hasNext();) {
            const auto match = matches.next();
            result += QStringView(html).sliced(at, match.capturedStart() - at);
            result += raised(match.captured(2), match.captured(1) == u"sup"_qs);
            at = match.capturedEnd();
        }
        html = result + html.sliced(at);
    }
}

/// A line outside of code blocks.
QString lineToRead(const QString& line) {
    static const QRegularExpression Part(u"(`+)[^`]*\\1|(\\$\\$?)(.+?)\\2|\\\\([!-/:-@\\[-`{-~])|\\x{200b}"_qs);
    QString result;
    qsizetype at = 0;
    for (auto parts = Part.globalMatch(line); parts.hasNext();) {
        const auto part = parts.next();
        result += QStringView(line).sliced(at, part.capturedStart() - at);
        if (!part.captured(1).isEmpty()) {
            result += part.captured();
        } else {
            result += part.captured(2).isEmpty() ? part.captured(4) : mathToText(part.captured(3));
        }
        at = part.capturedEnd();
    }
    result += QStringView(line).sliced(at);
    return result.endsWith(u'\\') ? result.chopped(1) : result;
}

} // namespace

QString mathToText(const QString& tex) {
    QString html = mathToHtml(tex);
    html.replace(u"<br/>"_qs, u"; "_qs);
    replaceRaised(html);
    return html.replace(u"&lt;"_qs, u"<"_qs)
        .replace(u"&gt;"_qs, u">"_qs)
        .replace(u"&quot;"_qs, u"\""_qs)
        .replace(u"&amp;"_qs, u"&"_qs);
}

QString markdownToRead(const QString& markdown) {
    QStringList lines = markdown.split(u'\n');
    QString fence;
    for (QString& line : lines) {
        const QString text = line.trimmed();
        if (fence.isEmpty() && text.startsWith(u"```"_qs)) {
            fence = text.left(text.size() - QString(text).remove(u'`').size());
        } else if (!fence.isEmpty()) {
            fence = text == fence ? QString() : fence;
        } else {
            line = lineToRead(line);
        }
    }
    return lines.join(u'\n');
}

} // namespace grindstone::core
