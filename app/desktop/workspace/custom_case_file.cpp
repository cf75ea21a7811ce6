// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace/custom_case_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

namespace grindstone::desktop {

namespace {

constexpr qint64 LargestFile = 64 << 20;

} // namespace

CustomCaseFile::CustomCaseFile(std::filesystem::path folder) : m_folder(std::move(folder)) {}

std::vector<OwnCase> CustomCaseFile::load(const QString& problemId) const {
    QFile file(fileFor(problemId));
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile) {
        return {};
    }
    std::vector<OwnCase> cases;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& value : list) {
        const QJsonObject object = value.toObject();
        cases.push_back(
            {object.value(QLatin1String("input")).toString(), object.value(QLatin1String("expected")).toString()});
    }
    return cases;
}

Result<void> CustomCaseFile::save(const QString& problemId, const std::vector<OwnCase>& cases) const {
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    QJsonArray list;
    for (const OwnCase& own : cases) {
        list.append(QJsonObject{{QStringLiteral("input"), own.input}, {QStringLiteral("expected"), own.expected}});
    }
    QSaveFile file(fileFor(problemId));
    const QByteArray bytes = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("cases.unwritable", (file.fileName() + QStringLiteral(": ") + file.errorString()).toStdString());
    }
    return {};
}

QString CustomCaseFile::fileFor(const QString& problemId) const {
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(problemId)) + QStringLiteral(".json");
    return QString::fromStdString((m_folder / name.toStdString()).string());
}

} // namespace grindstone::desktop
