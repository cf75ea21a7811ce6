// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/limit_bar.h"

#include "app/desktop/theme/colours.h"

#include <QPainter>

#include <algorithm>

namespace grindstone::desktop {

namespace {

constexpr int BarHeight = 6;
constexpr double NearlyAll = 0.8;

Tone toneFor(double share) {
    if (share >= 1.0) {
        return Tone::Bad;
    }
    return share >= NearlyAll ? Tone::Warning : Tone::Accent;
}

} // namespace

LimitBar::LimitBar(const QString& name, QWidget* parent) : QWidget(parent), m_name(name) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
}

void LimitBar::setUsage(double share, const QString& figures) {
    m_share = std::clamp(share, 0.0, 1.0);
    m_figures = figures;
    setAccessibleDescription(figures);
    setToolTip(QStringLiteral("%1: %2").arg(m_name, figures));
    update();
}

QSize LimitBar::sizeHint() const {
    return {180, fontMetrics().height() + BarHeight + 4};
}

void LimitBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect line(0, 0, width(), fontMetrics().height());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_name);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_figures);
    const QRectF track(0, line.bottom() + 3, width(), BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.15));
    painter.drawRoundedRect(track, BarHeight / 2.0, BarHeight / 2.0);
    if (m_share > 0) {
        painter.setBrush(statusColour(toneFor(m_share), palette()));
        const double filled = std::max<double>(BarHeight, track.width() * m_share);
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(filled, BarHeight)), BarHeight / 2.0, BarHeight / 2.0);
    }
}

} // namespace grindstone::desktop
