// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/order_reader.h"

#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace grindstone::server {

namespace {

using Json = nlohmann::json;

constexpr std::size_t LongestName = 255;
constexpr std::size_t MostSources = 200; ///< as many as a folder may hold
constexpr std::size_t MostCases = 100;
constexpr int DeepestNesting = 8;

tl::unexpected<Error> wrong(const std::string& field, const std::string& what) {
    return fail("request.field", field + ": " + what);
}

Result<void> onlyKnown(const Json& object, const std::string& where, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end()) {
            return wrong(where + key.substr(0, LongestName), "there is no such field");
        }
    }
    return {};
}

/// The text in a field; nothing where there is none.
Result<std::optional<std::string>> findText(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return std::optional<std::string>();
    }
    if (!found->is_string()) {
        return wrong(where + key, "must be a string");
    }
    return std::optional(found->get<std::string>());
}

Result<std::string> takeText(const Json& object, const char* key, const std::string& where) {
    auto text = TRY(findText(object, key, where));
    if (!text) {
        return wrong(where + key, "is missing");
    }
    return *std::move(text);
}

Result<std::string> takeName(const Json& object, const char* key, const std::string& where) {
    std::string name = TRY(takeText(object, key, where));
    const bool control = std::ranges::any_of(name, [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; });
    if (name.empty() || name.size() > LongestName || control) {
        return wrong(where + key, "must be 1 to 255 bytes without control characters");
    }
    return name;
}

/// The elements of an array of objects, each with what it is called in messages.
Result<std::vector<std::pair<Json, std::string>>> takeObjects(Json& body, const char* key, std::size_t most) {
    Json& list = body[key];
    if (!list.is_array() || list.empty() || list.size() > most) {
        return wrong(key, "must be an array of 1 to " + std::to_string(most) + " objects");
    }
    std::vector<std::pair<Json, std::string>> objects;
    for (Json& one : list) {
        std::string where = std::string(key) + "[" + std::to_string(objects.size()) + "]";
        if (!one.is_object()) {
            return wrong(where, "must be an object");
        }
        objects.emplace_back(std::move(one), where + ".");
    }
    return objects;
}

Result<std::vector<judge::SourceFile>> takeSources(Json& body) {
    if (body.contains("source") == body.contains("sources")) {
        return wrong("sources", "give either this or “source”");
    }
    if (body.contains("source")) {
        judge::SourceFile source;
        source.content = TRY(takeText(body, "source", ""));
        return std::vector<judge::SourceFile>{std::move(source)};
    }
    std::vector<judge::SourceFile> sources;
    for (const auto& [one, where] : TRY(takeObjects(body, "sources", MostSources))) {
        TRY(onlyKnown(one, where, {"name", "content"}));
        judge::SourceFile source;
        source.name = TRY(takeName(one, "name", where));
        source.content = TRY(takeText(one, "content", where));
        if (std::ranges::find(sources, source.name, &judge::SourceFile::name) != sources.end()) {
            return wrong(where + "name", "“" + source.name + "” comes twice");
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

Result<std::vector<judge::CustomCase>> takeCases(Json& body) {
    std::vector<judge::CustomCase> cases;
    if (!body.contains("cases")) {
        return cases;
    }
    for (const auto& [one, where] : TRY(takeObjects(body, "cases", MostCases))) {
        TRY(onlyKnown(one, where, {"input", "answer"}));
        judge::CustomCase custom;
        custom.input = TRY(takeText(one, "input", where));
        custom.answer = TRY(findText(one, "answer", where));
        cases.push_back(std::move(custom));
    }
    return cases;
}

Result<bool> takeFlag(const Json& body, const char* key) {
    const auto found = body.find(key);
    if (found != body.end() && !found->is_boolean()) {
        return wrong(key, "must be true or false");
    }
    return found != body.end() && found->get<bool>();
}

/// Deep nesting is read no further than to see that it is too deep, which bounds what reading it takes.
Result<Json> parse(const std::string& body) {
    bool tooDeep = false;
    const auto look = [&](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > DeepestNesting;
        return !tooDeep;
    };
    try {
        Json json = Json::parse(body, look);
        if (tooDeep) {
            return fail("request.invalid", "the body is nested more than 8 levels deep");
        }
        if (!json.is_object()) {
            return fail("request.invalid", "the body must be a JSON object");
        }
        return json;
    } catch (const Json::exception& error) {
        return fail("request.invalid", "the body isn't JSON: " + judge::toValidUtf8(error.what()).substr(0, 200));
    }
}

} // namespace

Result<core::JobOrder> readOrder(judge::Mode mode, const std::string& text) {
    Json body = TRY(parse(text));
    if (mode == judge::Mode::Run) {
        TRY(onlyKnown(body, "", {"problem", "language", "source", "sources", "cases"}));
    } else {
        TRY(onlyKnown(body, "", {"problem", "language", "source", "sources", "all"}));
    }
    core::JobOrder order;
    order.mode = mode;
    order.problemId = TRY(takeName(body, "problem", ""));
    if (body.contains("language")) {
        order.language = TRY(takeName(body, "language", ""));
    }
    order.sources = TRY(takeSources(body));
    order.allCases = TRY(takeFlag(body, "all"));
    order.customCases = TRY(takeCases(body));
    return order;
}

} // namespace grindstone::server
