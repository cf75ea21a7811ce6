// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/verdict_mark.h"

#include "app/desktop/theme/colours.h"

#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace grindstone::desktop {

namespace {

QChar letterOf(judge::Verdict verdict) {
    switch (verdict) {
    case judge::Verdict::TimeLimit:
        return u'T';
    case judge::Verdict::MemoryLimit:
        return u'M';
    case judge::Verdict::OutputLimit:
        return u'O';
    case judge::Verdict::RuntimeError:
        return u'R';
    case judge::Verdict::CompileError:
        return u'C';
    case judge::Verdict::JudgeError:
        return u'!';
    case judge::Verdict::Partial:
        return u'P';
    default:
        return u'–';
    }
}

QPen strokePen(const QColor& colour, const QRectF& area) {
    return QPen(colour, area.width() * 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPointF at(const QRectF& area, double x, double y) {
    return {area.left() + area.width() * x, area.top() + area.height() * y};
}

void paintLetter(QPainter& painter, const QRectF& area, QChar letter) {
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(6, static_cast<int>(area.height() * 0.66)));
    painter.setFont(font);
    painter.drawText(area, Qt::AlignCenter, letter);
}

void paintInside(QPainter& painter, const QRectF& area, judge::Verdict verdict) {
    if (verdict == judge::Verdict::Accepted) {
        painter.drawPolyline(QPolygonF({at(area, 0.27, 0.53), at(area, 0.44, 0.70), at(area, 0.74, 0.33)}));
    } else if (verdict == judge::Verdict::WrongAnswer) {
        painter.drawLine(at(area, 0.31, 0.31), at(area, 0.69, 0.69));
        painter.drawLine(at(area, 0.69, 0.31), at(area, 0.31, 0.69));
    } else {
        paintLetter(painter, area, letterOf(verdict));
    }
}

} // namespace

void paintVerdictMark(QPainter& painter, const QRectF& area, std::optional<judge::Verdict> verdict,
                      const QPalette& palette) {
    const QColor colour = statusColour(toneOf(verdict), palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!verdict || verdict == judge::Verdict::Skipped) {
        const double inset = area.width() * 0.1;
        painter.setPen(QPen(colour, area.width() * 0.08));
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset));
        if (verdict) {
            painter.drawLine(at(area, 0.35, 0.5), at(area, 0.65, 0.5));
        }
        painter.restore();
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double radius = area.width() * (verdict == judge::Verdict::Accepted ? 0.5 : 0.2);
    painter.drawRoundedRect(area, radius, radius);
    painter.setPen(strokePen(palette.color(QPalette::Base), area));
    painter.setBrush(Qt::NoBrush);
    paintInside(painter, area, *verdict);
    painter.restore();
}

QIcon verdictIcon(std::optional<judge::Verdict> verdict, const QPalette& palette) {
    QIcon icon;
    for (const int size : {16, 32, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintVerdictMark(painter, QRectF(1, 1, size - 2, size - 2), verdict, palette);
        painter.end();
        icon.addPixmap(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected); // else the style tints it
    }
    return icon;
}

} // namespace grindstone::desktop
