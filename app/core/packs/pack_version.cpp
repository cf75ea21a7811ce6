// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_version.h"

#include <QStringList>

#include <algorithm>

namespace grindstone::core {

namespace {

QString withoutZeros(QString digits) {
    while (digits.size() > 1 && digits.startsWith(u'0')) {
        digits.remove(0, 1);
    }
    return digits;
}

bool isNumber(const QString& part) {
    return !part.isEmpty() && std::ranges::all_of(part, [](QChar one) { return one >= u'0' && one <= u'9'; });
}

int compareParts(const QString& a, const QString& b) {
    if (!isNumber(a) || !isNumber(b)) {
        return a.compare(b);
    }
    const QString left = withoutZeros(a);
    const QString right = withoutZeros(b);
    return left.size() == right.size() ? left.compare(right) : left.size() < right.size() ? -1 : 1;
}

} // namespace

int compareVersions(const QString& a, const QString& b) {
    const QStringList left = a.split(u'.');
    const QStringList right = b.split(u'.');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        const QString none = QStringLiteral("0");
        const int order = compareParts(left.value(i, none), right.value(i, none));
        if (order != 0) {
            return order;
        }
    }
    return 0;
}

} // namespace grindstone::core
