// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/statement/statement_view.h"

#include "app/desktop/theme/colours.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QImageReader>
#include <QScrollBar>

#include <algorithm>

namespace grindstone::desktop {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t LargestImage = 16U << 20;
/// Of a picture in the pane, pixels.
constexpr int LeastWidth = 200;
constexpr int MostWidth = 640;
constexpr int MostHeight = 4096;

/// Both resolved, so that neither ".." nor a link leads out.
bool liesIn(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    const fs::path realFile = fs::canonical(file, error);
    if (error) {
        return false;
    }
    const fs::path realFolder = fs::canonical(folder, error);
    const auto ends = std::mismatch(realFolder.begin(), realFolder.end(), realFile.begin(), realFile.end());
    return !error && ends.first == realFolder.end();
}

/// No wider than `width`, so that a photograph doesn't make the text scroll sideways.
QImage readImage(const fs::path& file, int width) {
    std::error_code error;
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > LargestImage || error) {
        return {};
    }
    QImageReader reader(QString::fromStdString(file.string()));
    if (const QSize size = reader.size(); size.width() > width) {
        reader.setScaledSize(size.scaled(width, std::min(size.height(), MostHeight), Qt::KeepAspectRatio));
    }
    return reader.read();
}

QString styleSheetFor(const QPalette& palette) {
    const QString code = blend(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.06).name();
    const QString fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return QStringLiteral("h1 { font-size: 17pt; font-weight: 600; margin-bottom: 6px; }"
                          "h2 { font-size: 13pt; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }"
                          "h3 { font-size: 11pt; font-weight: 600; margin-top: 12px; margin-bottom: 4px; }"
                          "p, li { line-height: 130%; }"
                          "pre { background-color: %1; font-family: '%2'; margin: 6px 0px; }"
                          "code { background-color: %1; font-family: '%2'; }"
                          "td, th { padding: 3px 8px; }"
                          "a { color: %3; }"
                          ".detail { color: %4; }")
        .arg(code, fixed, statusColour(Tone::Accent, palette).name(), statusColour(Tone::Neutral, palette).name());
}

} // namespace

StatementView::StatementView(Prompts& prompts, QWidget* parent) : QTextBrowser(parent), m_prompts(prompts) {
    setObjectName(QStringLiteral("statementView"));
    setAccessibleName(tr("Problem statement"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(16);
    m_fitting.setSingleShot(true);
    m_fitting.setInterval(150);
    connect(&m_fitting, &QTimer::timeout, this, &StatementView::render);
    connect(this, &QTextBrowser::anchorClicked, this, &StatementView::followLink);
}

void StatementView::showStatement(const StatementHeading& heading, const core::StatementDocument& statement,
                                  const fs::path& package, const fs::path& imageFolder) {
    m_package = package;
    m_imageFolder = imageFolder;
    m_html = QStringLiteral("<h1>%1</h1><p class=\"detail\">%2</p>")
                 .arg(heading.title.toHtmlEscaped(), heading.detail.toHtmlEscaped()) +
             statement.html;
    render();
    verticalScrollBar()->setValue(0);
}

void StatementView::showNote(const QString& text, const QString& detail) {
    m_package.clear();
    m_html = QStringLiteral("<p>%1</p><p>%2</p>").arg(text.toHtmlEscaped(), detail.toHtmlEscaped());
    render();
}

QVariant StatementView::loadResource(int type, const QUrl& name) {
    const bool plainPath = (name.isRelative() || name.isLocalFile()) && !name.hasQuery() && !name.path().isEmpty();
    if (type != QTextDocument::ImageResource || !plainPath || m_package.empty()) {
        return {};
    }
    const fs::path file = m_imageFolder / name.path(QUrl::FullyDecoded).toStdString();
    if (!liesIn(file, m_package)) {
        return {};
    }
    m_hasPictures = true;
    m_pictureWidth = pictureWidth();
    return readImage(file, m_pictureWidth);
}

void StatementView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty()) {
        render();
    }
}

void StatementView::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (m_hasPictures && m_pictureWidth != pictureWidth()) {
        m_fitting.start();
    }
}

int StatementView::pictureWidth() const {
    const int margins = static_cast<int>(2 * document()->documentMargin());
    return std::clamp(viewport()->width() - margins, LeastWidth, MostWidth);
}

void StatementView::render() {
    m_hasPictures = false;
    const int scrolled = verticalScrollBar()->value();
    document()->setDefaultStyleSheet(styleSheetFor(palette()));
    setHtml(m_html);
    verticalScrollBar()->setValue(scrolled);
}

void StatementView::followLink(const QUrl& link) {
    if (link.isRelative() && link.hasFragment()) {
        scrollToAnchor(link.fragment());
        return;
    }
    if (link.scheme() != u"http" && link.scheme() != u"https") {
        return;
    }
    const Question question{tr("Open a link"), tr("Open this address in the web browser?"), link.toDisplayString(),
                            tr("Open"), tr("Cancel")};
    m_prompts.ask(this, question, [link](Answer answer) {
        if (answer == Answer::Accepted) {
            QDesktopServices::openUrl(link);
        }
    });
}

} // namespace grindstone::desktop
