// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/theme/appearance.h"

#include <QToolBar>

class QLabel;
class QMenu;

namespace grindstone::desktop {

struct Actions;

/// The bar at the top: problems, the open problem's name, previous and next, Run, Submit, Stop, and a menu of the rest.
class ToolBar : public QToolBar {
    Q_OBJECT
public:
    ToolBar(const Actions& actions, Appearance& appearance, QWidget* parent = nullptr);

    void showProblem(const QString& title, const QString& detail);

Q_SIGNALS:
    void schemeChosen(grindstone::desktop::ColourScheme scheme);

private:
    void addMenu(const Actions& actions, Appearance& appearance);
    void addSchemes(QMenu& menu, Appearance& appearance);

    QLabel* m_title;
    QLabel* m_detail;
};

} // namespace grindstone::desktop
