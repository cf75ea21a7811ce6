// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace grindstone::core {

/// The program's texts in a person's language, from share/grindstone/translations. In force as long as it lives; needs
/// a QCoreApplication. What has no translation stays English.
class Translations {
public:
    explicit Translations(const QLocale& locale = QLocale());
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

private:
    QTranslator m_englishPlurals;
    QTranslator m_language;
};

} // namespace grindstone::core
