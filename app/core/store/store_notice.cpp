// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store_notice.h"

#include "app/core/store/store_files.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QSaveFile>

#include <unistd.h>

namespace grindstone::core {

namespace {

using Json = nlohmann::json;

constexpr qint64 LargestNotice = 1 << 20;

Json toJson(const StoreNotice& notice) {
    Json tables = Json::array();
    for (const SalvagedTable& table : notice.tables) {
        tables.push_back({{"table", table.table.toStdString()},
                          {"kept", table.kept},
                          {"code_only", table.codeOnly},
                          {"lost", table.lost ? Json(*table.lost) : Json(nullptr)}});
    }
    return {{"kind", notice.kind == StoreNotice::Kind::Repaired ? "repaired" : "set-aside"},
            {"reason", notice.reason},
            {"damaged", notice.damaged.string()},
            {"copy", notice.copy.string()},
            {"tables", std::move(tables)}};
}

StoreNotice fromJson(const Json& json) {
    StoreNotice notice;
    notice.kind = json.at("kind") == "repaired" ? StoreNotice::Kind::Repaired : StoreNotice::Kind::SetAside;
    notice.reason = json.at("reason").get<std::string>();
    notice.damaged = json.at("damaged").get<std::string>();
    notice.copy = json.at("copy").get<std::string>();
    for (const Json& table : json.at("tables")) {
        const Json& lost = table.at("lost");
        notice.tables.push_back(
            {QString::fromStdString(table.at("table").get<std::string>()), table.at("kept").get<qint64>(),
             lost.is_null() ? std::nullopt : std::optional(lost.get<qint64>()), table.at("code_only").get<qint64>()});
    }
    return notice;
}

} // namespace

bool leaveNotice(const std::filesystem::path& database, const StoreNotice& notice) {
    QSaveFile file(QString::fromStdString(StoreFiles(database).notice()));
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write(QByteArray::fromStdString(toJson(notice).dump(1, ' ', false, Json::error_handler_t::replace)));
    return file.commit();
}

std::optional<StoreNotice> takeNotice(const std::filesystem::path& database) {
    // Of several processes only one can rename it.
    const std::filesystem::path notice = StoreFiles(database).notice();
    const std::filesystem::path mine = notice.string() + "." + std::to_string(::getpid());
    if (::rename(notice.c_str(), mine.c_str()) != 0) {
        return std::nullopt;
    }
    QFile file(QString::fromStdString(mine));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(LargestNotice) : QByteArray();
    file.remove();
    try {
        return fromJson(Json::parse(text.toStdString()));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace grindstone::core
