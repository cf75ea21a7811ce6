// SPDX-License-Identifier: GPL-3.0-or-later
// md4c turns Markdown into HTML in which every '<' and '>' belongs to a tag that md4c itself wrote, since raw HTML is
// off and text and attributes are escaped. So a simple scan for tags is enough to rewrite images, links and formulas.
#include "app/core/statement/markdown.h"

#include "app/core/statement/math_text.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QUrl>

#include <md4c-html.h>

#include <algorithm>
#include <utility>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr unsigned ParserFlags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEATXHEADERS;

QString renderWithMd4c(const QString& markdown) {
    const QByteArray source = markdown.toUtf8();
    QByteArray html;
    const auto append = [](const MD_CHAR* text, MD_SIZE size, void* target) {
        static_cast<QByteArray*>(target)->append(text, qsizetype(size));
    };
    const int failed =
        md_html(source.constData(), MD_SIZE(source.size()), append, &html, ParserFlags, MD_HTML_FLAG_XHTML);
    return failed != 0 ? u"<pre>%1</pre>"_qs.arg(markdown.toHtmlEscaped()) : QString::fromUtf8(html);
}

QString unescaped(QString html) {
    return html.replace(u"&lt;"_qs, u"<"_qs)
        .replace(u"&gt;"_qs, u">"_qs)
        .replace(u"&quot;"_qs, u"\""_qs)
        .replace(u"&amp;"_qs, u"&"_qs);
}

/// Value of a tag's attribute, still escaped.
QString attribute(const QString& tag, const QString& name) {
    const QString begin = u' ' + name + u"=\""_qs;
    const qsizetype at = tag.indexOf(begin);
    if (at < 0) {
        return {};
    }
    const qsizetype from = at + begin.size();
    return tag.sliced(from, std::max<qsizetype>(0, tag.indexOf(u'"', from) - from));
}

bool isInside(const fs::path& file, const fs::path& folder) {
    const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

bool isImageName(const fs::path& file) {
    static const QRegularExpression Image(u"\\.(png|jpe?g|gif|svg|webp|bmp)$"_qs,
                                          QRegularExpression::CaseInsensitiveOption);
    return Image.match(QString::fromStdString(file.string())).hasMatch();
}

/// LaTeX lets the suffix away.
fs::path withSuffix(const fs::path& file) {
    std::error_code error;
    for (const char* suffix : {".svg", ".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".gif"}) {
        if (fs::path whole = file.string() + suffix; fs::is_regular_file(whole, error)) {
            return whole;
        }
    }
    return file;
}

/// The file that an image's source names, links resolved; empty when it isn't an image of the package.
fs::path findImage(const QString& source, const ImageFolders& folders) {
    const QUrl url(source);
    if (!url.isValid() || !url.isRelative() || !url.host().isEmpty() || url.path().isEmpty()) {
        return {};
    }
    std::error_code error;
    const fs::path package = fs::canonical(folders.package, error);
    if (error) {
        return {};
    }
    const fs::path named = folders.base / url.path(QUrl::FullyDecoded).toStdString();
    const fs::path file = fs::canonical(isImageName(named) ? named : withSuffix(named), error);
    const bool shown = !error && isInside(file, package) && isImageName(file) && fs::is_regular_file(file, error);
    return shown ? file : fs::path();
}

class Rewriter {
public:
    Rewriter(const QString& html, const ImageFolders& images) : m_html(html), m_images(images) {}

    QString rewritten() {
        qsizetype at = 0;
        while (at < m_html.size()) {
            const qsizetype tag = m_html.indexOf(u'<', at);
            const qsizetype end = tag < 0 ? -1 : m_html.indexOf(u'>', tag);
            if (end < 0) {
                break;
            }
            appendText(m_html.sliced(at, tag - at));
            at = rewriteTag(m_html.sliced(tag, end + 1 - tag), end + 1);
        }
        appendText(m_html.sliced(at));
        return m_result;
    }

private:
    /// Raw HTML comes as text. A few of its elements do no more than Markdown's own; they and comments may be meant.
    void appendText(const QString& text) {
        static const QRegularExpression Harmless(u"&lt;(/?(?:b|i|em|strong|u|s|sub|sup|small|center)|br */?)&gt;"_qs);
        static const QRegularExpression Comment(u"&lt;!--.*?--&gt;"_qs, QRegularExpression::DotMatchesEverythingOption);
        m_result += m_inCode ? text : QString(text).remove(Comment).replace(Harmless, u"<\\1>"_qs);
    }

    /// Appends what stands for the tag and returns where to go on; `after` is the tag's end.
    qsizetype rewriteTag(const QString& tag, qsizetype after) {
        if (tag.startsWith(u"<x-equation"_qs)) {
            return rewriteFormula(tag, after);
        }
        if (tag.startsWith(u"<img "_qs)) {
            m_result += image(tag);
        } else if (tag.startsWith(u"<code"_qs) || tag == u"</code>"_qs) {
            m_inCode = tag.startsWith(u"<code"_qs);
            m_result += tag;
        } else if (tag.startsWith(u"<a "_qs)) {
            m_inLink = isAllowed(QUrl(unescaped(attribute(tag, u"href"_qs))));
            m_result += m_inLink ? tag : QString();
        } else if (tag != u"</a>"_qs || std::exchange(m_inLink, false)) {
            m_result += tag;
        }
        return after;
    }

    qsizetype rewriteFormula(const QString& tag, qsizetype after) {
        const QString close = u"</x-equation>"_qs;
        const qsizetype end = m_html.indexOf(close, after);
        const QString tex = unescaped(m_html.sliced(after, (end < 0 ? m_html.size() : end) - after));
        const QString lineBreak = tag.contains(u"display"_qs) ? u"<br/>"_qs : QString();
        m_result += lineBreak + u"<i class=\"math\">"_qs + mathToHtml(tex) + u"</i>"_qs + lineBreak;
        return end < 0 ? m_html.size() : end + close.size();
    }

    QString image(const QString& tag) const {
        const QString alternative = attribute(tag, u"alt"_qs);
        const fs::path file = findImage(unescaped(attribute(tag, u"src"_qs)), m_images);
        if (file.empty()) {
            return alternative;
        }
        const QUrl url = QUrl::fromLocalFile(QString::fromStdString(file.string()));
        return u"<img src=\"%1\" alt=\"%2\" />"_qs.arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), alternative);
    }

    static bool isAllowed(const QUrl& url) {
        const QString scheme = url.scheme();
        return scheme == u"http"_qs || scheme == u"https"_qs || scheme == u"mailto"_qs;
    }

    const QString& m_html;
    const ImageFolders& m_images;
    QString m_result;
    bool m_inLink = false;
    bool m_inCode = false;
};

} // namespace

QString markdownToHtml(const QString& markdown, const ImageFolders& images) {
    const QString html = renderWithMd4c(markdown);
    return Rewriter(html, images).rewritten();
}

} // namespace grindstone::core
