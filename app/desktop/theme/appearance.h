// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QPalette>

namespace grindstone::desktop {

enum class ColourScheme { System, Light, Dark };

/// Light or dark, for the whole application. The system's choice is the desktop portal's, or what the style comes
/// with where there is no portal.
class Appearance : public QObject {
    Q_OBJECT
public:
    explicit Appearance(QObject* parent = nullptr);

    void setScheme(ColourScheme scheme);
    ColourScheme scheme() const { return m_scheme; }
    /// Asks the portal, and listens to it from then on. Returns at once.
    void followSystem();

private Q_SLOTS:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void setSystemPreference(uint preference);
    void apply();

    ColourScheme m_scheme = ColourScheme::System;
    uint m_systemPreference = 0; ///< the portal's figures: 0 none, 1 dark, 2 light
    QPalette m_original;
};

} // namespace grindstone::desktop
