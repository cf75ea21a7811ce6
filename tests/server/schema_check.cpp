// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/schema_check.h"

#include <algorithm>
#include <regex>
#include <set>

namespace grindstone::server::test {

using nlohmann::json;

namespace {

bool hasType(const json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number());
}

/// Says nothing of values, or is looked at together with another keyword.
bool isSilent(const std::string& keyword) {
    static const std::set<std::string> silent{"description", "default", "nullable", "properties",
                                              "additionalProperties"};
    return silent.contains(keyword);
}

bool isDateTime(const std::string& text) {
    static const std::regex form(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)");
    return std::regex_match(text, form);
}

} // namespace

const json& SchemaCheck::resolve(const json& thing) const {
    if (!thing.contains("$ref")) {
        return thing;
    }
    return resolve(m_document.at(json::json_pointer(thing["$ref"].get<std::string>().substr(1))));
}

void SchemaCheck::checkProperties(const json& schema, const json& value, const std::string& where,
                                  std::vector<std::string>& findings) const {
    const json properties = schema.value("properties", json::object());
    for (const auto& [key, one] : value.items()) {
        if (properties.contains(key)) {
            std::ranges::move(check(properties[key], one, where + "." + key), std::back_inserter(findings));
        } else if (schema.value("additionalProperties", true) == false) {
            findings.push_back(where + ": has “" + key + "”, of which the schema says nothing");
        }
    }
}

void SchemaCheck::checkKeyword(const std::string& keyword, const json& schema, const json& value,
                               const std::string& where, std::vector<std::string>& findings) const {
    const json& wanted = schema[keyword];
    const auto demand = [&](bool holds) {
        if (!holds) {
            findings.push_back(where + ": " + value.dump().substr(0, 100) + " against " + keyword + " " +
                               wanted.dump());
        }
    };
    if (keyword == "type") {
        demand(hasType(value, wanted));
    } else if (keyword == "enum") {
        demand(std::ranges::find(wanted, value) != wanted.end());
    } else if (keyword == "required") {
        demand(std::ranges::all_of(wanted, [&](const json& key) { return value.contains(key.get<std::string>()); }));
    } else if (keyword == "minimum" || keyword == "maximum") {
        demand(value.is_number() && (keyword == "minimum" ? value >= wanted : value <= wanted));
    } else if (keyword == "minLength" || keyword == "maxLength" || keyword == "minItems" || keyword == "maxItems") {
        const std::size_t size = value.is_string() ? value.get<std::string>().size() : value.size();
        demand(keyword.starts_with("min") ? size >= wanted : size <= wanted);
    } else if (keyword == "pattern") {
        demand(value.is_string() && std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>())));
    } else if (keyword == "format") {
        demand(wanted == "date-time" && value.is_string() && isDateTime(value));
    } else if (keyword == "items") {
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::ranges::move(check(wanted, value[i], where + "[" + std::to_string(i) + "]"),
                              std::back_inserter(findings));
        }
    } else if (keyword == "allOf") {
        for (const json& one : wanted) {
            std::ranges::move(check(one, value, where), std::back_inserter(findings));
        }
    } else if (!isSilent(keyword)) {
        findings.push_back(where + ": the check doesn't know the keyword " + keyword);
    }
}

std::vector<std::string> SchemaCheck::check(const json& given, const json& value, const std::string& where) const {
    const json& schema = resolve(given);
    std::vector<std::string> findings;
    if (value.is_null() && schema.value("nullable", false)) {
        return findings;
    }
    for (const auto& [keyword, wanted] : schema.items()) {
        checkKeyword(keyword, schema, value, where, findings);
    }
    if (value.is_object()) {
        checkProperties(schema, value, where, findings);
    }
    return findings;
}

} // namespace grindstone::server::test
