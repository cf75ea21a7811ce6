// SPDX-License-Identifier: GPL-3.0-or-later
// Every glyph is drawn on a square of 16 by 16 units, which is then scaled.
#include "app/desktop/theme/glyph_icon.h"

#include "app/desktop/theme/colours.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace grindstone::desktop {

namespace {

constexpr double Units = 16.0;

QPolygonF polygon(std::initializer_list<QPointF> points) {
    return QPolygonF(QList<QPointF>(points));
}

void drawLines(QPainter& painter, std::initializer_list<QLineF> lines) {
    for (const QLineF& line : lines) {
        painter.drawLine(line);
    }
}

void drawProblems(QPainter& painter) {
    drawLines(painter, {{6, 4, 14, 4}, {6, 8, 14, 8}, {6, 12, 14, 12}, {2, 4, 3, 4}, {2, 8, 3, 8}, {2, 12, 3, 12}});
}

void drawSubmit(QPainter& painter) {
    painter.drawPolyline(polygon({{4.5, 6.5}, {8, 3}, {11.5, 6.5}}));
    drawLines(painter, {{8, 3, 8, 10.5}, {3, 13, 13, 13}});
}

void fillTriangle(QPainter& painter) {
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(polygon({{4.5, 3}, {4.5, 13}, {12.5, 8}}));
}

void fillSquare(QPainter& painter) {
    painter.setBrush(painter.pen().color());
    painter.drawRoundedRect(QRectF(4, 4, 8, 8), 1, 1);
}

void drawGlyph(QPainter& painter, Glyph glyph) {
    switch (glyph) {
    case Glyph::Problems:
        return drawProblems(painter);
    case Glyph::Previous:
        painter.drawPolyline(polygon({{10, 3.5}, {5.5, 8}, {10, 12.5}}));
        return;
    case Glyph::Next:
        painter.drawPolyline(polygon({{6, 3.5}, {10.5, 8}, {6, 12.5}}));
        return;
    case Glyph::Run:
        return fillTriangle(painter);
    case Glyph::Submit:
        return drawSubmit(painter);
    case Glyph::Stop:
        return fillSquare(painter);
    case Glyph::Menu:
        return drawLines(painter, {{3, 4, 13, 4}, {3, 8, 13, 8}, {3, 12, 13, 12}});
    case Glyph::Close:
        return drawLines(painter, {{4, 4, 12, 12}, {12, 4, 4, 12}});
    case Glyph::Up:
        painter.drawPolyline(polygon({{3.5, 10}, {8, 5.5}, {12.5, 10}}));
        return;
    case Glyph::Down:
        painter.drawPolyline(polygon({{3.5, 6}, {8, 10.5}, {12.5, 6}}));
        return;
    case Glyph::Add:
        return drawLines(painter, {{8, 3, 8, 13}, {3, 8, 13, 8}});
    }
}

QColor glyphColour(Glyph glyph, QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    switch (glyph) {
    case Glyph::Run:
        return statusColour(Tone::Good, palette);
    case Glyph::Submit:
        return statusColour(Tone::Accent, palette);
    case Glyph::Stop:
        return statusColour(Tone::Bad, palette);
    default:
        return palette.color(QPalette::ButtonText);
    }
}

class GlyphEngine : public QIconEngine {
public:
    explicit GlyphEngine(Glyph glyph) : m_glyph(glyph) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / Units, rect.height() / Units);
        painter->setPen(QPen(glyphColour(m_glyph, mode), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        drawGlyph(*painter, m_glyph);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

} // namespace

QIcon glyphIcon(Glyph glyph) {
    return QIcon(new GlyphEngine(glyph));
}

} // namespace grindstone::desktop
