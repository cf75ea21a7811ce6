// SPDX-License-Identifier: GPL-3.0-or-later
// Elements are a stack of texts; one that ends goes, as Markdown, into the one around it. What is not closed ends with
// that, and what was never opened is passed over.
#include "app/core/statement/html_text.h"

#include "app/core/statement/markdown_parts.h"
#include "app/core/statement/package_file.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace grindstone::core {

namespace {

constexpr std::size_t DeepestElement = 60;
constexpr qsizetype LongestTag = 8192;
constexpr qsizetype MostMarkdown = 4 << 20;

struct Element {
    QString name;
    QString kind; ///< class attribute
    QString address;
    QString content;
    std::vector<QStringList> rows; ///< of a table
    int items = 0;                 ///< of a list so far
};

QString attribute(const QString& tag, const QString& name) {
    if (!tag.contains(u'=')) {
        return {};
    }
    const QRegularExpression pattern(u"\\s%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))"_qs.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(tag);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

QString entity(const QString& name) {
    static const QHash<QString, QString> Names{
        {u"amp"_qs, u"&"_qs},   {u"lt"_qs, u"<"_qs},     {u"gt"_qs, u">"_qs},     {u"quot"_qs, u"\""_qs},
        {u"apos"_qs, u"'"_qs},  {u"nbsp"_qs, u" "_qs},   {u"le"_qs, u"≤"_qs},     {u"ge"_qs, u"≥"_qs},
        {u"ne"_qs, u"≠"_qs},    {u"times"_qs, u"×"_qs},  {u"middot"_qs, u"·"_qs}, {u"hellip"_qs, u"…"_qs},
        {u"mdash"_qs, u"—"_qs}, {u"ndash"_qs, u"–"_qs},  {u"minus"_qs, u"−"_qs},  {u"laquo"_qs, u"«"_qs},
        {u"raquo"_qs, u"»"_qs}, {u"ldquo"_qs, u"“"_qs},  {u"rdquo"_qs, u"”"_qs},  {u"lsquo"_qs, u"‘"_qs},
        {u"rsquo"_qs, u"’"_qs}, {u"thinsp"_qs, u" "_qs}, {u"deg"_qs, u"°"_qs},    {u"rarr"_qs, u"→"_qs},
        {u"larr"_qs, u"←"_qs},  {u"bull"_qs, u"•"_qs},   {u"infin"_qs, u"∞"_qs},  {u"plusmn"_qs, u"±"_qs}};
    if (!name.startsWith(u'#')) {
        return Names.value(name);
    }
    const bool hexadecimal = name.startsWith(u"#x"_qs, Qt::CaseInsensitive);
    const uint code = hexadecimal ? name.sliced(2).toUInt(nullptr, 16) : name.sliced(1).toUInt();
    const bool shown = code >= 0x20 && code <= QChar::LastValidCodePoint && (code < 0x7f || code > 0x9f) &&
                       (code < 0xd800 || code > 0xf8ff);
    const char32_t character = code;
    return shown ? QString::fromUcs4(&character, 1) : QString();
}

bool isHidden(const QString& name) {
    static const QStringList Names{u"script"_qs, u"style"_qs,  u"head"_qs,     u"title"_qs,    u"svg"_qs,
                                   u"iframe"_qs, u"object"_qs, u"template"_qs, u"noscript"_qs, u"textarea"_qs,
                                   u"select"_qs, u"audio"_qs,  u"video"_qs};
    return Names.contains(name);
}

bool isBlock(const QString& name) {
    static const QStringList Names{u"p"_qs,    u"div"_qs,    u"section"_qs, u"article"_qs,   u"main"_qs,
                                   u"body"_qs, u"center"_qs, u"figure"_qs,  u"header"_qs,    u"footer"_qs,
                                   u"dl"_qs,   u"dt"_qs,     u"dd"_qs,      u"figcaption"_qs};
    return Names.contains(name);
}

class HtmlReader {
public:
    explicit HtmlReader(const QString& html) : m_html(html) { m_open.emplace_back(); }

    QString read() {
        while (m_at < m_html.size()) {
            step();
        }
        while (m_open.size() > 1) {
            close();
        }
        return withGuards(withoutGaps(m_open.front().content)).left(MostMarkdown) + u'\n';
    }

private:
    Element& top() { return m_open.back(); }

    void step() {
        const QChar next = m_html[m_at];
        if (next == u'<') {
            tag();
        } else if (next == u'&') {
            reference();
        } else if (startsWith(u"$$$$$$")) {
            append(u"$$"_qs, 6);
        } else if (startsWith(u"$$$")) {
            append(u"$"_qs, 3);
        } else if (inside(u"pre"_qs)) {
            append(next, 1);
        } else if (next.isSpace()) {
            const QString& before = top().content;
            const bool needed = !before.isEmpty() && !before.back().isSpace();
            append(needed || before.isEmpty() ? u" "_qs : QString(), 1);
        } else if (m_formula) {
            append(next, 1);
        } else {
            append(asMarkdownText(next, QStringView(top().content).last(std::min<qsizetype>(64, top().content.size()))),
                   1);
        }
    }

    bool startsWith(QStringView what) const { return QStringView(m_html).sliced(m_at).startsWith(what); }

    void append(const QString& text, qsizetype length) {
        m_formula = text == u"$"_qs || text == u"$$"_qs ? !m_formula : m_formula;
        top().content += text;
        m_at += length;
    }

    bool inside(const QString& name) const {
        return std::ranges::any_of(m_open, [&](const Element& one) { return one.name == name; });
    }

    void reference() {
        const qsizetype end = QStringView(m_html).sliced(m_at).left(12).indexOf(u';');
        const QString text = end > 0 ? entity(m_html.sliced(m_at + 1, end - 1)) : QString();
        if (text.isEmpty()) {
            append(u"&"_qs, 1);
            return;
        }
        const bool raw = inside(u"pre"_qs) || inside(u"code"_qs) || m_formula || text.size() != 1;
        append(raw ? text : asMarkdownText(text.front(), u"x"), end + 1);
    }

    void tag() {
        if (startsWith(u"<!--")) {
            const qsizetype end = m_html.indexOf(u"-->"_qs, m_at);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        const qsizetype end = endOfTag();
        if (end < 0) {
            append(u"<"_qs, 1);
            return;
        }
        const QString text = m_html.sliced(m_at, end - m_at);
        m_at = end + 1;
        static const QRegularExpression Name(u"^</?([A-Za-z][A-Za-z0-9]*)"_qs);
        const QString name = Name.match(text).captured(1).toLower();
        if (text.startsWith(u"</"_qs)) {
            closeUntil(name);
        } else if (!name.isEmpty()) {
            open(name, text);
        }
    }

    /// Of the tag at `m_at`; signs in quotes don't end it.
    qsizetype endOfTag() {
        if (m_nextEnd >= 0 && m_nextEnd < m_at) {
            m_nextEnd = m_html.indexOf(u'>', m_at);
        }
        const QChar first = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        if (m_nextEnd < 0 || !(first.isLetter() || first == u'/' || first == u'!' || first == u'?')) {
            return -1;
        }
        QChar quote;
        const qsizetype last = std::min(m_html.size(), m_at + LongestTag);
        for (qsizetype i = m_at + 1; i < last; ++i) {
            const QChar one = m_html[i];
            if (!quote.isNull()) {
                quote = one == quote ? QChar() : quote;
            } else if (one == u'"' || one == u'\'') {
                quote = one;
            } else if (one == u'>') {
                return i;
            }
        }
        return -1;
    }

    void open(const QString& name, const QString& tag) {
        if (isHidden(name)) {
            const qsizetype end = m_html.indexOf(u"</%1"_qs.arg(name), m_at, Qt::CaseInsensitive);
            const qsizetype close = end < 0 ? -1 : m_html.indexOf(u'>', end);
            m_at = close < 0 ? m_html.size() : close + 1;
        } else if (name == u"br"_qs) {
            top().content += inside(u"pre"_qs) ? u"\n"_qs : inside(u"td"_qs) ? u" "_qs : u"\\\n"_qs;
        } else if (name == u"hr"_qs) {
            top().content += u"\n\n---\n\n"_qs;
        } else if (name == u"img"_qs) {
            picture(tag);
        } else if (m_open.size() < DeepestElement && name != u"html"_qs && name != u"meta"_qs && name != u"link"_qs &&
                   name != u"input"_qs) {
            if (name == u"li"_qs || name == u"p"_qs || name == u"tr"_qs || name == u"td"_qs) {
                closeSibling(name);
            }
            Element element;
            element.name = name;
            element.kind = attribute(tag, u"class"_qs);
            element.address = attribute(tag, u"href"_qs);
            m_open.push_back(element);
        }
    }

    /// `<li>one<li>two`
    void closeSibling(const QString& name) {
        if (top().name == name) {
            close();
        }
    }

    void picture(const QString& tag) {
        static const QRegularExpression Unwanted(u"[<>\\n]"_qs);
        const QString source = attribute(tag, u"src"_qs).remove(Unwanted);
        const QString text = attribute(tag, u"alt"_qs).remove(u'[').remove(u']').simplified();
        top().content += source.isEmpty() ? QString() : u"![%1](<%2>)"_qs.arg(text.isEmpty() ? source : text, source);
    }

    void closeUntil(const QString& name) {
        const auto found =
            std::find_if(m_open.rbegin(), m_open.rend(), [&](const Element& one) { return one.name == name; });
        const auto depth = static_cast<std::size_t>(m_open.rend() - found);
        while (found != m_open.rend() && depth > 1 && m_open.size() >= depth) {
            close();
        }
    }

    void close() {
        Element element = std::move(m_open.back());
        m_open.pop_back();
        const QString kind = u' ' + element.kind + u' ';
        if (kind.contains(u" sample-tests "_qs) || kind.contains(u" sample-test "_qs)) {
            top().content += u"\n\n{{remainingsamples}}\n\n"_qs;
        } else if (kind.contains(u" section-title "_qs)) {
            heading(element.content, 2);
        } else if (!kind.contains(u" header "_qs)) {
            finish(element);
        }
    }

    void heading(const QString& text, int level) {
        top().content += u"\n\n"_qs + QString(level, u'#') + u' ' + text.simplified() + u"\n\n"_qs;
    }

    void finish(Element& element) {
        const QString& name = element.name;
        const QString& text = element.content;
        if (name == u"b"_qs || name == u"strong"_qs) {
            top().content += emphasized(text, u"**"_qs);
        } else if (name == u"i"_qs || name == u"em"_qs || name == u"var"_qs) {
            top().content += emphasized(text, u"*"_qs);
        } else if ((name == u"code"_qs || name == u"tt"_qs || name == u"kbd"_qs) && !inside(u"pre"_qs)) {
            static const QRegularExpression Escape(u"\\\\([*`$|\\\\_#>=+.-])"_qs);
            top().content += asCodeSpan(QString(text).replace(Escape, u"\\1"_qs));
        } else if (name == u"sup"_qs || name == u"sub"_qs) {
            top().content += (name == u"sup"_qs ? u'^' : u'_') + text;
        } else if (name == u"a"_qs) {
            link(element);
        } else if (name.size() == 2 && name[0] == u'h' && name[1].isDigit()) {
            heading(text, std::clamp(name[1].digitValue(), 2, 6));
        } else {
            finishBlock(element);
        }
    }

    void finishBlock(Element& element) {
        const QString& name = element.name;
        const QString& text = element.content;
        if (name == u"pre"_qs) {
            top().content += u"\n\n"_qs + asCodeBlock(text) + u"\n\n"_qs;
        } else if (name == u"li"_qs) {
            const bool numbered = top().name == u"ol"_qs;
            const int number = ++top().items;
            top().content += asListItem(numbered ? QString::number(number) + u". "_qs : u"- "_qs, withoutGaps(text));
        } else if (name == u"td"_qs || name == u"th"_qs) {
            cell(text);
        } else if (name == u"tr"_qs || name == u"tbody"_qs || name == u"thead"_qs) {
            top().content += text;
        } else if (name == u"table"_qs) {
            top().content += element.rows.empty() ? text : u"\n\n"_qs + asTable(element.rows) + u"\n\n"_qs;
        } else if (name == u"blockquote"_qs) {
            top().content += u"\n\n"_qs + asQuote(withoutGaps(text)) + u"\n\n"_qs;
        } else if (isBlock(name) || name == u"ul"_qs || name == u"ol"_qs) {
            top().content += u"\n\n"_qs + text.trimmed() + u"\n\n"_qs;
        } else {
            top().content += text;
        }
    }

    void link(const Element& element) {
        const bool web = element.address.startsWith(u"http://"_qs) || element.address.startsWith(u"https://"_qs);
        QString address = element.address;
        address.remove(u'<').remove(u'>').remove(u' ').remove(u'\n');
        top().content += web && !element.content.trimmed().isEmpty()
                             ? u"[%1](<%2>)"_qs.arg(element.content.simplified(), address)
                             : element.content;
    }

    /// Into the table around it.
    void cell(const QString& text) {
        const auto isTable = [](const Element& one) { return one.name == u"table"_qs; };
        const auto table = std::find_if(m_open.rbegin(), m_open.rend(), isTable);
        if (table == m_open.rend()) {
            top().content += text;
            return;
        }
        Element& row = top();
        if (table->rows.empty() || row.items == 0) {
            table->rows.emplace_back();
        }
        ++row.items;
        table->rows.back().append(text.simplified());
    }

    const QString m_html;
    qsizetype m_at = 0;
    qsizetype m_nextEnd = 0; ///< of any tag; -1: there is none
    bool m_formula = false;
    std::vector<Element> m_open;
};

} // namespace

QString htmlToMarkdown(const QString& html) {
    return HtmlReader(html).read();
}

} // namespace grindstone::core
