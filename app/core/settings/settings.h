// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings/paths.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace grindstone::core {

enum class Theme { System, Light, Dark };

/// What the programs remember: choices in the configuration folder (`grindstone.ini`), the window's layout in the state
/// folder (`layout.ini`). A file that is absent, unreadable or damaged gives the defaults. Written at once; used by one
/// thread.
class Settings {
public:
    explicit Settings(const Paths& paths);

    QString lastProblem() const;
    void setLastProblem(const QString& problemId);

    /// Id of the language chosen last; empty before the first choice.
    QString lastLanguage() const;
    void setLastLanguage(const QString& language);

    Theme theme() const;
    void setTheme(Theme theme);

    /// What QWidget::saveGeometry() or QSplitter::saveState() gave for that name; empty when nothing was kept.
    QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);

private:
    QSettings m_choices;
    QSettings m_layout;
};

} // namespace grindstone::core
