// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/numbered_text.h"

#include "app/desktop/theme/colours.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace grindstone::desktop {

namespace {

class Gutter : public QWidget {
public:
    explicit Gutter(NumberedText& text) : QWidget(&text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_text.paintGutter(event); }

private:
    NumberedText& m_text;
};

} // namespace

NumberedText::NumberedText(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(*this)) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int scrolled) {
        scrolled != 0 ? m_gutter->scroll(0, scrolled) : m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
}

void NumberedText::showWindow(const TextWindow& window) {
    m_firstLine = window.firstLine;
    m_markStart = window.markStart;
    m_markLength = window.markLength;
    setPlainText(window.text);
    placeGutter();
    mark();
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(std::max<qsizetype>(0, m_markStart)));
    setTextCursor(cursor);
    m_markStart >= 0 ? centerCursor() : ensureCursorVisible();
}

QString NumberedText::markedText() const {
    return m_markStart < 0 ? QString() : toPlainText().mid(m_markStart, m_markLength);
}

void NumberedText::mark() {
    QList<QTextEdit::ExtraSelection> selections;
    if (m_markStart >= 0) {
        const QColor bad = statusColour(Tone::Bad, palette());
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document());
        line.cursor.setPosition(static_cast<int>(m_markStart));
        line.format.setBackground(blend(palette().color(QPalette::Base), bad, 0.12));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections << line;
        QTextEdit::ExtraSelection token;
        token.cursor = line.cursor;
        token.cursor.setPosition(static_cast<int>(m_markStart + m_markLength), QTextCursor::KeepAnchor);
        token.format.setBackground(blend(palette().color(QPalette::Base), bad, 0.4));
        token.format.setFontWeight(QFont::Bold);
        token.format.setFontUnderline(true);
        selections << token;
    }
    setExtraSelections(selections);
}

int NumberedText::gutterWidth() const {
    const std::uint64_t last = m_firstLine + static_cast<std::uint64_t>(document()->blockCount());
    const auto digits = std::max<qsizetype>(2, QString::number(last).size());
    return fontMetrics().horizontalAdvance(u'0') * static_cast<int>(digits) + 12;
}

void NumberedText::paintGutter(QPaintEvent* event) {
    QPainter painter(m_gutter);
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    painter.fillRect(event->rect(), blend(base, text, 0.03));
    painter.setPen(blend(base, text, 0.5));
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) {
            break;
        }
        const QString number = QString::number(m_firstLine + static_cast<std::uint64_t>(block.blockNumber()));
        painter.drawText(QRectF(0, area.top(), m_gutter->width() - 6, fontMetrics().height()), Qt::AlignRight, number);
    }
}

void NumberedText::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void NumberedText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        mark();
    }
}

void NumberedText::placeGutter() {
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

} // namespace grindstone::desktop
