// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/job_order_blob.h"

#include <nlohmann/json.hpp>

namespace grindstone::core {

namespace {

using Json = nlohmann::json;

tl::unexpected<Error> damaged() {
    return fail("store.damaged", "a job's sources cannot be read");
}

Result<std::string> text(const Json& value) {
    if (const auto* found = value.get_ptr<const std::string*>()) {
        return *found;
    }
    return damaged();
}

/// Both parts of a pair, or what is no pair.
Result<std::pair<Json, Json>> pair(const Json& value) {
    if (!value.is_array() || value.size() != 2) {
        return damaged();
    }
    return std::pair(value[0], value[1]);
}

Result<judge::SourceFile> source(const Json& value) {
    const auto [name, content] = TRY(pair(value));
    judge::SourceFile source;
    source.name = TRY(text(name));
    source.content = TRY(text(content));
    return source;
}

Result<judge::CustomCase> customCase(const Json& value) {
    const auto [input, answer] = TRY(pair(value));
    judge::CustomCase custom;
    custom.input = TRY(text(input));
    if (!answer.is_null()) {
        custom.answer = TRY(text(answer));
    }
    return custom;
}

} // namespace

QByteArray toWorkBlob(const JobOrder& order) {
    Json sources = Json::array();
    for (const judge::SourceFile& one : order.sources) {
        sources.push_back(Json::array({one.name, one.content}));
    }
    Json cases = Json::array();
    for (const judge::CustomCase& one : order.customCases) {
        cases.push_back(Json::array({one.input, one.answer ? Json(*one.answer) : Json()}));
    }
    const std::vector<std::uint8_t> bytes = Json::to_cbor({{"sources", sources}, {"cases", cases}});
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

Result<void> readWorkBlob(const QByteArray& blob, JobOrder& order) {
    const Json work = Json::from_cbor(blob.cbegin(), blob.cend(), true, false);
    if (!work.is_object() || !work.contains("sources") || !work.contains("cases")) {
        return damaged();
    }
    for (const Json& one : work["sources"]) {
        order.sources.push_back(TRY(source(one)));
    }
    for (const Json& one : work["cases"]) {
        order.customCases.push_back(TRY(customCase(one)));
    }
    return {};
}

} // namespace grindstone::core
