// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/package_file.h"

#include <QFile>

namespace grindstone::core {

Result<QByteArray> readPackageFile(const std::filesystem::path& path, qint64 most) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return fail("file.unreadable", path.string() + ": " + (error ? error.message() : "not a regular file"));
    }
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("file.unreadable", path.string() + ": " + file.errorString().toStdString());
    }
    return file.read(most);
}

QString harmlessText(const QByteArray& bytes) {
    QString text = QString::fromUtf8(bytes);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar& character : text) {
        const bool kept = character == u'\n' || character == u'\t';
        if (character.category() == QChar::Other_Control && !kept) {
            character = QChar::ReplacementCharacter;
        }
    }
    return text;
}

QString asCodeBlock(const QString& text) {
    QString fence = QStringLiteral("```");
    while (text.contains(fence)) {
        fence += u'`';
    }
    const QString end = text.isEmpty() || text.endsWith(u'\n') ? QString() : QStringLiteral("\n");
    return fence + u'\n' + text + end + fence + u'\n';
}

} // namespace grindstone::core
