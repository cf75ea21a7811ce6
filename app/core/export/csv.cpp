// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/export/csv.h"

#include <QStringList>

#include <algorithm>

namespace grindstone::core {

namespace {

bool looksLikeFormula(const QString& text) {
    const QChar first = text.isEmpty() ? QChar() : text.front();
    // Full-width forms are read as the plain ones by some spreadsheets.
    return !text.isEmpty() && (first < u' ' || QStringView(u"=+-@＝＋－＠").contains(first));
}

bool needsQuotes(const QString& text) {
    return std::ranges::any_of(text,
                               [](QChar one) { return one == u',' || one == u'"' || one == u'\r' || one == u'\n'; });
}

} // namespace

QString csvField(const QString& text) {
    QString field = looksLikeFormula(text) ? u'\'' + text : text;
    field.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    if (!needsQuotes(field)) {
        return field;
    }
    return u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csvLine(const QStringList& fields) {
    return fields.join(u',').toUtf8() + "\r\n";
}

} // namespace grindstone::core
