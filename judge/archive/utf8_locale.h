// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clocale>

#include <locale.h>

namespace grindstone::judge {

/// While it lives, text of the calling thread is UTF-8 for the C library, whatever the program's locale. libarchive
/// gives names in the locale's character set, and none at all where that cannot write them.
class Utf8Locale {
public:
    Utf8Locale() : m_locale(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (m_locale != nullptr) {
            m_before = ::uselocale(m_locale);
        }
    }
    ~Utf8Locale() {
        if (m_locale != nullptr) {
            ::uselocale(m_before);
            ::freelocale(m_locale);
        }
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t m_locale;
    locale_t m_before = nullptr;
};

} // namespace grindstone::judge
