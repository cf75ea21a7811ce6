// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/browser/problem_delegate.h"

#include "app/desktop/browser/problem_model.h"
#include "app/desktop/theme/colours.h"
#include "app/desktop/theme/verdict_mark.h"

#include <QApplication>
#include <QPainter>

namespace grindstone::desktop {

namespace {

constexpr int Padding = 7;
constexpr int MarkSize = 16;

QFont detailFont(const QFont& font) {
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.88);
    return smaller;
}

std::optional<judge::Verdict> markOf(ProblemStatus status) {
    switch (status) {
    case ProblemStatus::Solved:
        return judge::Verdict::Accepted;
    case ProblemStatus::Tried:
        return judge::Verdict::WrongAnswer;
    case ProblemStatus::Untried:
        break;
    }
    return std::nullopt;
}

} // namespace

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const QRect area = item.rect.adjusted(Padding, Padding, -Padding, -Padding);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor text = item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor base = item.palette.color(group, selected ? QPalette::Highlight : QPalette::Base);

    QPalette markPalette = item.palette;
    const auto status = static_cast<ProblemStatus>(index.data(ProblemModel::StatusRole).toInt());
    const QRectF mark(area.left(), area.center().y() - MarkSize / 2.0, MarkSize, MarkSize);
    if (selected) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(markPalette.color(QPalette::Base));
        painter->drawEllipse(mark.adjusted(-2, -2, 2, 2));
        painter->restore();
    }
    paintVerdictMark(*painter, mark, markOf(status), markPalette);

    const QRect lines = area.adjusted(MarkSize + Padding + 2, 0, 0, 0);
    painter->save();
    painter->setPen(text);
    painter->setFont(item.font);
    const QFontMetrics titleMetrics(item.font);
    painter->drawText(lines, Qt::AlignTop | Qt::AlignLeft,
                      titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, lines.width()));
    painter->setFont(detailFont(item.font));
    painter->setPen(blend(base, text, 0.7));
    painter->drawText(lines, Qt::AlignBottom | Qt::AlignLeft,
                      QFontMetrics(painter->font())
                          .elidedText(index.data(ProblemModel::DetailRole).toString(), Qt::ElideRight, lines.width()));
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int height = QFontMetrics(option.font).height() + QFontMetrics(detailFont(option.font)).height();
    return {160, height + 2 * Padding + 2};
}

} // namespace grindstone::desktop
