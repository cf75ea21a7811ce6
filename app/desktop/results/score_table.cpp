// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/score_table.h"

#include "app/core/text/score_text.h"
#include "app/desktop/theme/verdict_mark.h"

#include <QHeaderView>

#include <algorithm>

namespace grindstone::desktop {

namespace {

constexpr int MostRows = 5;

QTreeWidgetItem* rowOf(const judge::GroupResult& group, const QPalette& palette) {
    auto* row = new QTreeWidgetItem({core::text::groupName(group),
                                     group.verdict ? core::text::verdictName(*group.verdict) : QString(),
                                     core::text::points(group.score, group.maxScore)});
    row->setIcon(0, verdictIcon(group.verdict, palette));
    row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    return row;
}

} // namespace

ScoreTable::ScoreTable(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("scoreTable"));
    setAccessibleName(tr("Points of the groups"));
    setHeaderLabels({tr("Group"), tr("Verdict"), tr("Points")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    header()->setStretchLastSection(true);
    hide();
}

void ScoreTable::setGroups(const std::vector<judge::GroupResult>& groups) {
    clear();
    for (const judge::GroupResult& group : groups) {
        addTopLevelItem(rowOf(group, palette()));
    }
    for (int column = 0; column < columnCount() - 1; ++column) {
        resizeColumnToContents(column);
    }
    setVisible(!groups.empty());
    fitHeight();
}

void ScoreTable::fitHeight() {
    const int rows = std::min(MostRows, topLevelItemCount());
    if (rows > 0) {
        setFixedHeight(header()->sizeHint().height() + rows * sizeHintForRow(0) + 2 * frameWidth());
    }
}

} // namespace grindstone::desktop
