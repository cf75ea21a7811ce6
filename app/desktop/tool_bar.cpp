// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tool_bar.h"

#include "app/desktop/actions.h"
#include "app/desktop/theme/glyph_icon.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace grindstone::desktop {

namespace {

void showTextBeside(QToolBar& bar, QAction* action) {
    if (auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(action))) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void nameButtons(QToolBar& bar) {
    for (QAction* action : bar.actions()) {
        if (QWidget* button = bar.widgetForAction(action); button != nullptr && !action->text().isEmpty()) {
            button->setAccessibleName(action->text());
        }
    }
}

QLabel* createLabel(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setMargin(4);
    return label;
}

} // namespace

ToolBar::ToolBar(const Actions& actions, Appearance& appearance, QWidget* parent)
    : QToolBar(tr("Main tool bar"), parent), m_title(createLabel(this, QStringLiteral("problemTitle"))),
      m_detail(createLabel(this, QStringLiteral("problemDetail"))) {
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setIconSize(QSize(18, 18));
    setContextMenuPolicy(Qt::PreventContextMenu);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setMinimumWidth(1);
    auto* spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    addAction(actions.problems);
    addWidget(m_title);
    addWidget(m_detail);
    addAction(actions.previous);
    addAction(actions.next);
    addWidget(spacer);
    addAction(actions.run);
    addAction(actions.submit);
    addAction(actions.stop);
    for (QAction* action : {actions.run, actions.submit, actions.stop}) {
        showTextBeside(*this, action);
    }
    addMenu(actions, appearance);
    nameButtons(*this);
}

void ToolBar::showProblem(const QString& title, const QString& detail) {
    m_title->setText(title);
    m_detail->setText(detail);
}

void ToolBar::addMenu(const Actions& actions, Appearance& appearance) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("menuButton"));
    button->setIcon(glyphIcon(Glyph::Menu));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Menu"));
    button->setAccessibleName(button->toolTip());
    auto* menu = new QMenu(button);
    menu->addActions({actions.search, actions.previous, actions.next});
    menu->addSeparator();
    menu->addActions({actions.find, actions.replace, actions.goToLine, actions.save, actions.saveCopy});
    menu->addSeparator();
    menu->addActions({actions.previousFailed, actions.nextFailed});
    menu->addSeparator();
    QMenu* focus = menu->addMenu(tr("Go to"));
    focus->addActions({actions.focusStatement, actions.focusEditor, actions.focusCases, actions.focusResults});
    menu->addSeparator();
    menu->addActions({actions.zoomIn, actions.zoomOut, actions.zoomReset});
    addSchemes(*menu, appearance);
    menu->addAction(actions.fullScreen);
    menu->addSeparator();
    menu->addAction(actions.quit);
    button->setMenu(menu);
    addWidget(button);
}

void ToolBar::addSchemes(QMenu& menu, Appearance& appearance) {
    QMenu* colours = menu.addMenu(tr("Colours"));
    auto* group = new QActionGroup(colours);
    const auto add = [&](ColourScheme scheme, const QString& text) {
        QAction* action = colours->addAction(text);
        action->setCheckable(true);
        action->setChecked(appearance.scheme() == scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { Q_EMIT schemeChosen(scheme); });
    };
    add(ColourScheme::System, tr("As the system"));
    add(ColourScheme::Light, tr("Light"));
    add(ColourScheme::Dark, tr("Dark"));
}

} // namespace grindstone::desktop
