// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_text.h"

#include <QRegularExpression>

#include <array>

namespace grindstone::core {

namespace {

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

/// Applied in order to what stands outside of formulas; arguments are taken without nested braces.
const auto& textRules() {
    using Pattern = QRegularExpression;
    static const std::array Rules{
        Rule{Pattern(u"\\\\(problemname|label|illustration|includegraphics|vspace|hspace)\\*?(\\[[^\\]]*\\])?"
                     "(\\{[^{}]*\\})+"_qs),
             QString()},
        Rule{Pattern(u"\\\\(?:sub)*section\\*?\\{([^{}]*)\\}"_qs), u"\n\n## \\1\n\n"_qs},
        Rule{Pattern(u"\\\\(?:textbf|bf)\\{([^{}]*)\\}"_qs), u"**\\1**"_qs},
        Rule{Pattern(u"\\\\(?:emph|textit)\\{([^{}]*)\\}"_qs), u"*\\1*"_qs},
        Rule{Pattern(u"\\\\(?:texttt|verb)\\{([^{}]*)\\}"_qs), u"`\\1`"_qs},
        Rule{Pattern(u"\\\\(?:begin|end)\\{[^{}]*\\}(\\[[^\\]]*\\])?"_qs), u"\n"_qs},
        Rule{Pattern(u"[ \\t]*\\\\item\\s*"_qs), u"\n- "_qs},
        Rule{Pattern(u"\\\\\\\\"_qs), u"\n\n"_qs},
        Rule{Pattern(u"\\\\l?dots\\b"_qs), u"…"_qs},
        Rule{Pattern(u"\\\\[A-Za-z]+\\*?[ \\t]*(?:\\[[^\\]]*\\])?"_qs), QString()},
        Rule{Pattern(u"\\\\([%&#{}])"_qs), u"\\1"_qs},
        Rule{Pattern(u"(?<!\\\\)[{}]"_qs), QString()},
        Rule{Pattern(u"``|''"_qs), u"\""_qs},
        Rule{Pattern(u"---?"_qs), u"–"_qs},
        Rule{Pattern(u"~"_qs), u" "_qs},
    };
    return Rules;
}

QString cleaned(QString text) {
    for (const Rule& rule : textRules()) {
        text.replace(rule.pattern, rule.replacement);
    }
    return text;
}

} // namespace

QString latexToMarkdown(const QString& latex) {
    static const QRegularExpression Comment(u"(?<!\\\\)%[^\\n]*"_qs);
    static const QRegularExpression Formula(u"\\$\\$[^$]*\\$\\$|\\$[^$]*\\$"_qs);
    static const QRegularExpression EmptyLines(u"\\n[ \\t]*\\n\\s*"_qs);
    const QString source = QString(latex).remove(Comment);
    QString markdown;
    qsizetype at = 0;
    for (auto matches = Formula.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        markdown += cleaned(source.sliced(at, match.capturedStart() - at)) + match.captured();
        at = match.capturedEnd();
    }
    markdown += cleaned(source.sliced(at));
    return markdown.replace(EmptyLines, u"\n\n"_qs).trimmed() + u'\n';
}

} // namespace grindstone::core
