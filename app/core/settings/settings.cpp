// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings/settings.h"

#include <QStringList>

#include <algorithm>

namespace grindstone::core {

namespace {

QString problemKey() {
    return QStringLiteral("last/problem");
}

QString languageKey() {
    return QStringLiteral("last/language");
}

QString themeKey() {
    return QStringLiteral("appearance/theme");
}

/// In the order of Theme.
const QStringList& themeNames() {
    static const QStringList Names{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    return Names;
}

QString fileIn(const std::filesystem::path& folder, const char* name) {
    return QString::fromStdString((folder / name).string());
}

void write(QSettings& settings, const QString& key, const QVariant& value) {
    settings.setValue(key, value);
    settings.sync();
}

} // namespace

Settings::Settings(const Paths& paths)
    : m_choices(fileIn(paths.config, "grindstone.ini"), QSettings::IniFormat),
      m_layout(fileIn(paths.state, "layout.ini"), QSettings::IniFormat) {}

QString Settings::lastProblem() const {
    return m_choices.value(problemKey()).toString();
}

void Settings::setLastProblem(const QString& problemId) {
    write(m_choices, problemKey(), problemId);
}

QString Settings::lastLanguage() const {
    return m_choices.value(languageKey()).toString();
}

void Settings::setLastLanguage(const QString& language) {
    write(m_choices, languageKey(), language);
}

Theme Settings::theme() const {
    const auto index = themeNames().indexOf(m_choices.value(themeKey()).toString());
    return static_cast<Theme>(std::max<qsizetype>(0, index));
}

void Settings::setTheme(Theme theme) {
    write(m_choices, themeKey(), themeNames().at(static_cast<int>(theme)));
}

QByteArray Settings::layout(const QString& name) const {
    return m_layout.value(name).toByteArray();
}

void Settings::setLayout(const QString& name, const QByteArray& state) {
    write(m_layout, name, state);
}

} // namespace grindstone::core
