// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_id.h"

#include "app/core/library/pack_file.h"

#include <QFile>
#include <QRegularExpression>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

Result<void> write(const fs::path& file, const QByteArray& content) {
    QFile to(QString::fromStdString(file.string()));
    if (!to.open(QIODevice::WriteOnly) || to.write(content) != content.size() || !to.flush()) {
        return fail("pack.unwritable", file.string() + ": " + to.errorString().toStdString());
    }
    return {};
}

QByteArray withId(QByteArray content, const QString& id) {
    static const QRegularExpression Line(QStringLiteral("^id[ \\t]*:.*$"), QRegularExpression::MultilineOption);
    const QString line = QStringLiteral("id: \"") + id + u'"';
    QString text = QString::fromUtf8(content);
    const QRegularExpressionMatch match = Line.match(text);
    if (match.hasMatch()) {
        text.replace(match.capturedStart(), match.capturedLength(), line);
    } else {
        text.append((text.isEmpty() || text.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + line + u'\n');
    }
    return text.toUtf8();
}

} // namespace

Result<void> writePackId(const fs::path& folder, const QString& id) {
    const Result<PackFile> before = loadPackFile(folder);
    if (before && before->namesItself && before->id == id) {
        return {};
    }
    const fs::path path = folder / "pack.yaml";
    QFile file(QString::fromStdString(path.string()));
    const bool there = file.open(QIODevice::ReadOnly);
    const QByteArray content = there ? file.readAll() : QByteArray();
    file.close();
    TRY(write(path, withId(content, id)));
    const Result<PackFile> after = loadPackFile(folder);
    const bool worked = after && after->id == id;
    return worked || !there ? Result<void>() : write(path, content);
}

} // namespace grindstone::core
