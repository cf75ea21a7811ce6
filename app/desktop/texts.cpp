// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/texts.h"

#include <QCoreApplication>
#include <QLocale>

namespace grindstone::desktop {

QString difficultyName(const QString& difficulty) {
    if (difficulty == u"easy") {
        return QCoreApplication::translate("Difficulty", "Easy");
    }
    if (difficulty == u"medium") {
        return QCoreApplication::translate("Difficulty", "Medium");
    }
    if (difficulty == u"hard") {
        return QCoreApplication::translate("Difficulty", "Hard");
    }
    return difficulty;
}

QString durationText(std::chrono::nanoseconds duration) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    if (ms < 1000) {
        return QCoreApplication::translate("Duration", "%1 ms").arg(ms);
    }
    return QCoreApplication::translate("Duration", "%1 s")
        .arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'g', 4));
}

QString sizeText(Bytes size) {
    constexpr std::uint64_t Mib = 1U << 20;
    const bool whole = size.count() < Mib || size.count() % Mib == 0 || size.count() >= 100 * Mib;
    return QLocale().formattedDataSize(static_cast<qint64>(size.count()), whole ? 0 : 1);
}

} // namespace grindstone::desktop
