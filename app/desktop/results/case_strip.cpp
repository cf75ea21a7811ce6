// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/case_strip.h"

#include "app/core/text/text.h"
#include "app/desktop/theme/colours.h"
#include "app/desktop/theme/verdict_mark.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace grindstone::desktop {

namespace {

constexpr int Cell = 26;
constexpr int Mark = 18;

} // namespace

bool StripCase::failed() const {
    return state == CaseState::Done && verdict && verdict != judge::Verdict::Accepted &&
           verdict != judge::Verdict::Skipped;
}

CaseStrip::CaseStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("caseStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Test cases"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CaseStrip::setCases(std::vector<StripCase> cases) {
    m_cases = std::move(cases);
    m_selected = -1;
    updateGeometry();
    update();
    describe();
}

void CaseStrip::setRunning(std::size_t index) {
    if (index < m_cases.size()) {
        m_cases[index].state = CaseState::Running;
        update(cellAt(static_cast<int>(index)));
    }
}

void CaseStrip::setDone(std::size_t index, std::optional<judge::Verdict> verdict) {
    if (index < m_cases.size()) {
        m_cases[index].state = CaseState::Done;
        m_cases[index].verdict = verdict;
        update(cellAt(static_cast<int>(index)));
        describe();
    }
}

void CaseStrip::select(int index) {
    if (index < 0 || index >= static_cast<int>(m_cases.size()) || index == m_selected) {
        return;
    }
    m_selected = index;
    update();
    describe();
    Q_EMIT selectionChanged(index);
}

int CaseStrip::findFailed(int step) const {
    const int count = static_cast<int>(m_cases.size());
    const int start = m_selected < 0 ? (step > 0 ? -1 : count) : m_selected;
    for (int i = 1; i <= count; ++i) {
        const int index = ((start + step * i) % count + count) % count;
        if (m_cases[static_cast<std::size_t>(index)].failed()) {
            return index;
        }
    }
    return -1;
}

QSize CaseStrip::sizeHint() const {
    return {Cell * 10, Cell};
}

int CaseStrip::heightForWidth(int width) const {
    const int perRow = columns(width);
    const int rows = (static_cast<int>(m_cases.size()) + perRow - 1) / perRow;
    return std::max(1, rows) * Cell;
}

void CaseStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(m_cases.size()); ++i) {
        const QRect cell = cellAt(i);
        if (!cell.intersects(event->rect())) {
            continue;
        }
        const StripCase& shown = m_cases[static_cast<std::size_t>(i)];
        const QRectF mark = QRectF(cell).adjusted(4, 4, -(Cell - Mark - 4), -(Cell - Mark - 4));
        if (i == m_selected) {
            const QColor quiet = blend(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.45);
            const QColor frame = hasFocus() ? palette().color(QPalette::Highlight) : quiet;
            painter.setPen(QPen(frame, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 5, 5);
        }
        if (shown.state == CaseState::Running) {
            painter.setPen(QPen(statusColour(Tone::Accent, palette()), 2, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
        } else {
            paintVerdictMark(painter, mark, shown.state == CaseState::Done ? shown.verdict : std::nullopt, palette());
        }
    }
}

void CaseStrip::mousePressEvent(QMouseEvent* event) {
    select(indexAt(event->pos()));
}

void CaseStrip::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_cases.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
        return select(m_selected + 1);
    case Qt::Key_Left:
        return select(m_selected - 1);
    case Qt::Key_Down:
        return select(m_selected + columns(width()));
    case Qt::Key_Up:
        return select(m_selected - columns(width()));
    case Qt::Key_Home:
        return select(0);
    case Qt::Key_End:
        return select(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CaseStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        index < 0 ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), describeCase(index), this);
        return true;
    }
    return QWidget::event(event);
}

int CaseStrip::columns(int width) const {
    return std::max(1, width / Cell);
}

QRect CaseStrip::cellAt(int index) const {
    const int perRow = columns(width());
    return {index % perRow * Cell, index / perRow * Cell, Cell, Cell};
}

int CaseStrip::indexAt(QPoint point) const {
    const int perRow = columns(width());
    if (point.x() < 0 || point.y() < 0 || point.x() / Cell >= perRow) {
        return -1;
    }
    const int index = point.y() / Cell * perRow + point.x() / Cell;
    return index < static_cast<int>(m_cases.size()) ? index : -1;
}

void CaseStrip::describe() {
    setAccessibleDescription(m_selected < 0 ? QString() : describeCase(m_selected));
}

QString CaseStrip::describeCase(int index) const {
    const StripCase& shown = m_cases[static_cast<std::size_t>(index)];
    QString state = tr("waiting");
    if (shown.state == CaseState::Running) {
        state = tr("running");
    } else if (shown.state == CaseState::Done) {
        state = shown.verdict ? core::text::verdictName(*shown.verdict) : tr("ran; no answer to compare with");
    }
    return tr("Case %1 of %2, %3: %4").arg(index + 1).arg(m_cases.size()).arg(shown.name, state);
}

} // namespace grindstone::desktop
