// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/score.h"

#include <QTreeWidget>

#include <vector>

namespace grindstone::desktop {

/// The groups of a scored problem with their verdicts and points, a row each. As high as a few rows; more of them
/// scroll. Hidden while there are none.
class ScoreTable : public QTreeWidget {
    Q_OBJECT
public:
    explicit ScoreTable(QWidget* parent = nullptr);

    void setGroups(const std::vector<judge::GroupResult>& groups);

private:
    void fitHeight();
};

} // namespace grindstone::desktop
