// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/phrase.h"

namespace grindstone::core::text {

QString duration(std::chrono::nanoseconds time) {
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    if (milliseconds < 1000) {
        return QStringLiteral("%1 ms").arg(milliseconds);
    }
    // Rounded up to hundredths: a limit of 1 s that was passed by little must not read as 1 s.
    const auto hundredths = (milliseconds % 1000 + 9) / 10;
    const auto seconds = milliseconds / 1000 + hundredths / 100;
    QString text = QStringLiteral("%1.%2").arg(seconds).arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text + QStringLiteral(" s");
}

QString size(Bytes bytes) {
    const std::uint64_t kib = bytes.inKib();
    return kib >= 1024 && kib % 1024 == 0 ? QStringLiteral("%1 MiB").arg(kib / 1024)
                                          : QStringLiteral("%1 KiB").arg(kib);
}

} // namespace grindstone::core::text
