// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_record.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr qint64 LargestRecord = 16 << 20;

QString fileOf(const fs::path& pack) {
    return QString::fromStdString((pack / OwnFolder / "import.json").string());
}

QJsonObject toJson(const PackRecord& record) {
    QJsonArray leftOut;
    for (const LeftOutPackage& package : record.leftOut) {
        leftOut << QJsonObject{{QStringLiteral("name"), package.name},
                               {QStringLiteral("code"), QString::fromStdString(package.reason.code)},
                               {QStringLiteral("detail"), QString::fromStdString(package.reason.detail)}};
    }
    return {{QStringLiteral("source"), record.source},
            {QStringLiteral("imported"), record.imported.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("size"), static_cast<qint64>(record.size.count())},
            {QStringLiteral("left_out"), leftOut}};
}

PackRecord fromJson(const QJsonObject& json) {
    PackRecord record;
    record.source = json[QStringLiteral("source")].toString();
    record.imported = QDateTime::fromString(json[QStringLiteral("imported")].toString(), Qt::ISODate);
    record.size = Bytes(static_cast<std::uint64_t>(std::max<qint64>(0, json[QStringLiteral("size")].toInteger())));
    for (const QJsonValue& value : json[QStringLiteral("left_out")].toArray()) {
        record.leftOut.push_back({value[QStringLiteral("name")].toString(),
                                  {value[QStringLiteral("code")].toString().toStdString(),
                                   value[QStringLiteral("detail")].toString().toStdString()}});
    }
    return record;
}

} // namespace

Result<void> saveRecord(const fs::path& pack, const PackRecord& record) {
    std::error_code error;
    fs::create_directory(pack / OwnFolder, error);
    QFile file(fileOf(pack));
    const QByteArray bytes = QJsonDocument(toJson(record)).toJson();
    if (error || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return fail("pack.unwritable", fileOf(pack).toStdString() + ": " + file.errorString().toStdString());
    }
    return {};
}

std::optional<PackRecord> loadRecord(const fs::path& pack) {
    QFile file(fileOf(pack));
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestRecord) {
        return std::nullopt;
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    return json.isObject() ? std::optional(fromJson(json.object())) : std::nullopt;
}

} // namespace grindstone::core
