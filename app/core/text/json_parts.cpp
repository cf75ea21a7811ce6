// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/json_parts.h"

#include "app/core/text/text.h"

namespace grindstone::core::text {

nlohmann::ordered_json errorJson(const Error& error) {
    return judge::toJson(error, jsonOptions(false)).at("error");
}

nlohmann::ordered_json errorsJson(const std::vector<Error>& errors) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Error& error : errors) {
        list.push_back(errorJson(error));
    }
    return list;
}

nlohmann::ordered_json textsJson(const QStringList& texts) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const QString& text : texts) {
        list.push_back(text.toStdString());
    }
    return list;
}

nlohmann::ordered_json orNull(const QString& text) {
    return text.isEmpty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text.toStdString());
}

} // namespace grindstone::core::text
