// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/translations.h"

#include "judge/language/language_catalogue.h"

#include <QCoreApplication>

namespace grindstone::core {

namespace {

/// A translator that could not load anything translates nothing, so there is nothing to report.
void install(QTranslator& translator, const QLocale& locale) {
    const std::string folder = (judge::findResources() / "translations").string();
    if (translator.load(locale, QStringLiteral("grindstone"), QStringLiteral("_"), QString::fromStdString(folder))) {
        QCoreApplication::installTranslator(&translator);
    }
}

} // namespace

Translations::Translations(const QLocale& locale) {
    // The language comes last, and so is asked first; "1 case" needs an English form even where no language is found.
    install(m_englishPlurals, QLocale(QLocale::English));
    install(m_language, locale);
}

Translations::~Translations() {
    QCoreApplication::removeTranslator(&m_language);
    QCoreApplication::removeTranslator(&m_englishPlurals);
}

} // namespace grindstone::core
