// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_macros.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace grindstone::core {

namespace {

constexpr qsizetype MostText = 4 << 20;
constexpr qsizetype MostWork = 16 << 20;
constexpr qsizetype LongestArgument = 4096;
constexpr qsizetype LongestName = 40;
constexpr qsizetype LongestBody = 64 << 10;
constexpr int DeepestMacro = 16;
constexpr int MostMacros = 100'000; ///< replaced
constexpr int MostArguments = 9;

struct Macro {
    QString body;
    int arguments = 0;
    QString firstByDefault; ///< what an optional first argument is
    bool optional = false;
};

class Expander {
public:
    QString expanded(const QString& text) {
        copy(text, 0);
        return m_result;
    }

private:
    void copy(const QString& text, int depth) {
        qsizetype at = 0;
        while (at < text.size() && m_result.size() < MostText) {
            const QChar next = text[at];
            if (next == u'%') {
                at = afterComment(text, at);
            } else if (next == u'\\') {
                at = copyCommand(text, at, depth);
            } else {
                m_result += next;
                ++at;
            }
        }
    }

    /// A comment swallows the end of its line and the blanks of the next one, but no empty line.
    static qsizetype afterComment(const QString& text, qsizetype at) {
        const qsizetype end = text.indexOf(u'\n', at);
        if (end < 0) {
            return text.size();
        }
        qsizetype next = end + 1;
        while (next < text.size() && (text[next] == u' ' || text[next] == u'\t')) {
            ++next;
        }
        return next < text.size() && text[next] == u'\n' ? end : next;
    }

    static QString nameAt(const QString& text, qsizetype at) {
        qsizetype end = at + 1;
        while (end < text.size() && text[end].isLetter()) {
            ++end;
        }
        return text.sliced(at + 1, std::max(end - at - 1, std::min<qsizetype>(1, text.size() - at - 1)));
    }

    qsizetype copyCommand(const QString& text, qsizetype at, int depth) {
        const QString name = nameAt(text, at);
        const qsizetype after = at + 1 + name.size();
        if (name == u"begin"_qs) {
            return copyBegin(text, at);
        }
        if (name == u"verb"_qs) {
            return copyVerb(text, at, after);
        }
        if (name == u"newcommand"_qs || name == u"renewcommand"_qs || name == u"providecommand"_qs) {
            return define(text, after);
        }
        if (name == u"def"_qs) {
            return defineInTex(text, after);
        }
        const auto macro = m_macros.constFind(name);
        if (macro == m_macros.cend() || depth >= DeepestMacro || ++m_replaced > MostMacros || m_work > MostWork) {
            m_result += u'\\' + name;
            return after;
        }
        return replace(Macro(*macro), text, after, depth);
    }

    qsizetype copyBegin(const QString& text, qsizetype at) {
        qsizetype after = at + 6;
        QString name;
        if (!readBetween(text, after, u'{', u'}', LongestName, name)) {
            m_result += u"\\begin"_qs;
            return at + 6;
        }
        if (name == u"document"_qs) {
            m_result.clear(); // what was the preamble
            return after;
        }
        const qsizetype end = isVerbatim(name) ? findEndOfVerbatim(text, after, name) : after;
        m_result += QStringView(text).sliced(at, end - at);
        return end;
    }

    qsizetype copyVerb(const QString& text, qsizetype at, qsizetype after) {
        const qsizetype sign = after + (after < text.size() && text[after] == u'*' ? 1 : 0);
        const qsizetype end = sign < text.size() ? text.indexOf(text[sign], sign + 1) : -1;
        const bool whole = end >= 0 && end - sign < LongestArgument;
        m_result += QStringView(text).sliced(at, (whole ? end + 1 : after) - at);
        return whole ? end + 1 : after;
    }

    static qsizetype skipBlanks(const QString& text, qsizetype at) {
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        return at;
    }

    /// Reads what stands between two signs that nest; leaves `at` and the argument alone where there is nothing.
    static bool readBetween(const QString& text, qsizetype& at, QChar open, QChar close, qsizetype longest,
                            QString& argument) {
        const qsizetype begin = skipBlanks(text, at);
        if (begin >= text.size() || text[begin] != open) {
            return false;
        }
        int depth = 0;
        const qsizetype last = std::min(text.size(), begin + longest);
        for (qsizetype i = begin; i < last; ++i) {
            if (text[i] == u'\\') {
                ++i;
                continue;
            }
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0) {
                argument = text.sliced(begin + 1, i - begin - 1);
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    /// `\newcommand{\name}[2][default]{body}`, braces around the name or not.
    qsizetype define(const QString& text, qsizetype at) {
        qsizetype next = at + (at < text.size() && text[at] == u'*' ? 1 : 0);
        QString name;
        if (!readBetween(text, next, u'{', u'}', LongestArgument, name)) {
            next = skipBlanks(text, next);
            name = next < text.size() ? u'\\' + nameAt(text, next) : QString();
            next += name.size();
        }
        Macro macro;
        QString count;
        readBetween(text, next, u'[', u']', LongestArgument, count);
        macro.arguments = std::clamp(count.toInt(), 0, MostArguments);
        macro.optional = readBetween(text, next, u'[', u']', LongestArgument, macro.firstByDefault);
        return keep(name.trimmed(), macro, text, std::min(next, text.size()));
    }

    /// `\def\name#1#2{body}`
    qsizetype defineInTex(const QString& text, qsizetype at) {
        qsizetype next = skipBlanks(text, at);
        const QString name = next < text.size() ? u'\\' + nameAt(text, next) : QString();
        next = std::min(next + name.size(), text.size());
        Macro macro;
        while (next + 1 < text.size() && text[next] == u'#' && macro.arguments < MostArguments) {
            ++macro.arguments;
            next += 2;
        }
        return keep(name, macro, text, next);
    }

    qsizetype keep(const QString& name, Macro& macro, const QString& text, qsizetype at) {
        if (readBetween(text, at, u'{', u'}', LongestBody, macro.body) && name.size() > 1) {
            m_macros.insert(name.sliced(1), macro);
        }
        return at;
    }

    static QString argumentAt(const QString& text, qsizetype& at) {
        QString argument;
        if (readBetween(text, at, u'{', u'}', LongestArgument, argument)) {
            return argument;
        }
        at = skipBlanks(text, at);
        if (at >= text.size()) {
            return {};
        }
        argument = text[at] == u'\\' ? u'\\' + nameAt(text, at) : QString(text[at]);
        at += argument.size();
        return argument;
    }

    qsizetype replace(const Macro& macro, const QString& text, qsizetype at, int depth) {
        QStringList arguments;
        if (macro.optional) {
            QString first = macro.firstByDefault;
            readBetween(text, at, u'[', u']', LongestArgument, first);
            arguments.append(first);
        }
        while (arguments.size() < macro.arguments) {
            arguments.append(argumentAt(text, at));
        }
        QString body;
        for (qsizetype i = 0; i < macro.body.size() && body.size() < MostText; ++i) {
            const int number = macro.body[i] == u'#' && i + 1 < macro.body.size() ? macro.body[i + 1].digitValue() : 0;
            const bool known = number >= 1 && number <= arguments.size();
            body += known ? arguments[number - 1] : QString(macro.body[i]);
            i += known ? 1 : 0;
        }
        m_work += body.size();
        copy(body, depth + 1);
        return at;
    }

    QHash<QString, Macro> m_macros;
    QString m_result;
    int m_replaced = 0;
    qsizetype m_work = 0; ///< characters of all macros that were put in
};

} // namespace

bool isVerbatim(const QString& environment) {
    static const QStringList Names{u"verbatim"_qs,   u"verbatim*"_qs, u"Verbatim"_qs,
                                   u"lstlisting"_qs, u"minted"_qs,    u"comment"_qs};
    return Names.contains(environment);
}

qsizetype findEndOfVerbatim(const QString& latex, qsizetype from, const QString& name) {
    const qsizetype end = latex.indexOf(u"\\end{%1}"_qs.arg(name), from);
    return end < 0 ? latex.size() : end;
}

QString expandLatex(const QString& latex) {
    return Expander().expanded(latex);
}

} // namespace grindstone::core
