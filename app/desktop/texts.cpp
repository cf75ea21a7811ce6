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
    const QLocale locale;
    return ms < 10'000 ? QCoreApplication::translate("Duration", "%1 ms").arg(locale.toString(static_cast<qint64>(ms)))
                       : QCoreApplication::translate("Duration", "%1 s").arg(locale.toString(ms / 1000.0, 'f', 1));
}

QString sizeText(Bytes size) {
    return QLocale().formattedDataSize(static_cast<qint64>(size.count()), size.count() < (1U << 20) ? 0 : 1);
}

} // namespace grindstone::desktop
