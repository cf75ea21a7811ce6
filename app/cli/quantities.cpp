// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quantities.h"

#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

/// Three digits, without zeros at the end: "1.25", "3.4", "256".
QString number(double value) {
    const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    QString text = QString::number(value, 'f', decimals);
    while (decimals > 0 && text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    if (text.endsWith(QLatin1Char('.'))) {
        text.chop(1);
    }
    return text;
}

} // namespace

QString durationText(std::chrono::nanoseconds duration) {
    const double ms = std::chrono::duration<double, std::milli>(duration).count();
    if (ms < 999.5) {
        return Cli::tr("%1 ms").arg(QString::number(ms, 'f', 0));
    }
    constexpr double MinuteMs = 60000;
    return ms < 10 * MinuteMs ? Cli::tr("%1 s").arg(number(ms / 1000)) : Cli::tr("%1 min").arg(number(ms / MinuteMs));
}

QString sizeText(Bytes size) {
    const double kib = static_cast<double>(size.count()) / 1024;
    if (kib < 1023.5) {
        return Cli::tr("%1 KiB").arg(number(kib));
    }
    return kib < 1023.5 * 1024 ? Cli::tr("%1 MiB").arg(number(kib / 1024))
                               : Cli::tr("%1 GiB").arg(number(kib / 1024 / 1024));
}

QString limitSourceText(judge::LimitSource source) {
    switch (source) {
    case judge::LimitSource::Package:
        return Cli::tr("by the package");
    case judge::LimitSource::Inferred:
        return Cli::tr("inferred from its submissions");
    case judge::LimitSource::Default:
        return Cli::tr("assumed, the package gives none");
    }
    return {};
}

} // namespace grindstone::cli
