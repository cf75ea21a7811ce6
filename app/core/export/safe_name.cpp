// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/export/safe_name.h"

#include <QRegularExpression>

namespace grindstone::core {

namespace {

constexpr qsizetype LongestName = 100;

bool isUnsafe(QChar one) {
    // Format characters could make a name look like another one.
    return !one.isPrint() || one.category() == QChar::Other_Format || QStringView(u"/\\:*?\"<>|").contains(one);
}

QString withoutUnsafe(const QString& name) {
    QString safe;
    for (const char32_t point : name.toUcs4()) {
        const bool basic = point < 0x10000;
        const bool unsafe = basic ? isUnsafe(QChar(char16_t(point))) : !QChar::isPrint(point);
        safe += unsafe ? QStringLiteral("_") : QString::fromUcs4(&point, 1);
    }
    return safe;
}

/// Cut in the middle, so that the extension stays.
QString shortened(QString name) {
    while (name.toUtf8().size() > LongestName) {
        const qsizetype middle = name.size() / 2;
        const bool pair = name[middle].isLowSurrogate();
        name.remove(pair ? middle - 1 : middle, pair || name[middle].isHighSurrogate() ? 2 : 1);
    }
    return name;
}

bool isDevice(const QString& name) {
    static const QRegularExpression Devices(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return Devices.match(name.section(u'.', 0, 0).trimmed()).hasMatch();
}

} // namespace

QString safeName(const QString& name) {
    QString safe = shortened(withoutUnsafe(name));
    if (safe.startsWith(u'.')) {
        safe[0] = u'_';
    }
    if (safe.endsWith(u'.') || safe.endsWith(u' ')) {
        safe.back() = u'_';
    }
    if (safe.startsWith(u'-') || isDevice(safe)) {
        safe.prepend(u'_');
    }
    return safe.isEmpty() ? QStringLiteral("_") : safe;
}

QString NamesInUse::claim(const QString& name) {
    const QString wanted = safeName(name);
    const qsizetype dot = wanted.lastIndexOf(u'.');
    const qsizetype end = dot > 0 ? dot : wanted.size();
    QString claimed = wanted;
    for (int number = 2; m_taken.contains(claimed.toCaseFolded()); ++number) {
        claimed = wanted.left(end) + u'-' + QString::number(number) + wanted.mid(end);
    }
    m_taken.insert(claimed.toCaseFolded());
    return claimed;
}

} // namespace grindstone::core
