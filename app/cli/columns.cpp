// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"

#include <cwchar>

#include <algorithm>

namespace grindstone::cli {

namespace {

/// What the locale doesn't know is taken for one column.
qsizetype columnsOf(uint character) {
    const int columns = ::wcwidth(static_cast<wchar_t>(character));
    return columns < 0 ? 1 : columns;
}

} // namespace

qsizetype columnsOf(const QString& text) {
    qsizetype columns = 0;
    for (const uint character : text.toUcs4()) {
        columns += columnsOf(character);
    }
    return columns;
}

QString beginningOf(const QString& text, qsizetype most) {
    const QList<uint> characters = text.toUcs4();
    qsizetype count = 0;
    for (qsizetype used = 0; count < characters.size(); ++count) {
        used += columnsOf(characters[count]);
        if (used > most) {
            break;
        }
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), count);
}

QString endOf(const QString& text, qsizetype most) {
    const QList<uint> characters = text.toUcs4();
    qsizetype begin = characters.size();
    for (qsizetype used = 0; begin > 0; --begin) {
        used += columnsOf(characters[begin - 1]);
        if (used > most) {
            break;
        }
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()) + begin,
                             characters.size() - begin);
}

} // namespace grindstone::cli
