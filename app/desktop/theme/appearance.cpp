// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/appearance.h"

#include "app/desktop/theme/colours.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

namespace grindstone::desktop {

namespace {

const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Group = QStringLiteral("org.freedesktop.appearance");
const QString Key = QStringLiteral("color-scheme");

/// Connecting where there is no bus would try to launch one.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

QPalette createPalette(const QColor& window, const QColor& base, const QColor& text, const QColor& highlight) {
    QPalette palette(blend(window, text, 0.06), window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, blend(base, text, 0.04));
    palette.setColor(QPalette::ToolTipBase, blend(window, text, 0.08));
    palette.setColor(QPalette::PlaceholderText, blend(base, text, 0.5));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, highlight);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, blend(window, text, 0.42));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, blend(window, text, 0.2));
    return palette;
}

QPalette darkPalette() {
    return createPalette(QColor(0x26282c), QColor(0x1c1e21), QColor(0xe4e6ea), QColor(0x2f6fc4));
}

QPalette lightPalette() {
    return createPalette(QColor(0xf2f3f5), QColor(0xffffff), QColor(0x1c1e21), QColor(0x2f6fc4));
}

} // namespace

Appearance::Appearance(QObject* parent) : QObject(parent), m_original(QApplication::palette()) {
    apply();
}

void Appearance::setScheme(ColourScheme scheme) {
    m_scheme = scheme;
    apply();
}

void Appearance::followSystem() {
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    question << Group << Key;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* answered) {
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        if (reply.isValid()) {
            portalSettingChanged(Group, Key, reply.value());
        }
        answered->deleteLater();
    });
}

void Appearance::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != Group || key != Key) {
        return;
    }
    // Read wraps its value in a second variant, SettingChanged doesn't.
    const QVariant inner = value.variant();
    const bool wrapped = inner.canConvert<QDBusVariant>();
    setSystemPreference((wrapped ? inner.value<QDBusVariant>().variant() : inner).toUInt());
}

void Appearance::setSystemPreference(uint preference) {
    m_systemPreference = preference;
    apply();
}

void Appearance::apply() {
    constexpr uint PrefersDark = 1;
    const bool systemDark = m_systemPreference == PrefersDark || isDark(m_original);
    const bool dark = m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && systemDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace grindstone::desktop
