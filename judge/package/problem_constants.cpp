// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/problem_constants.h"

#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

constexpr std::size_t LongestName = 255;

bool isName(const std::string& text) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto isPart = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= LongestName && isLetter(text.front()) && std::ranges::all_of(text, isPart);
}

void warnOfName(const YamlEntry& entry, const std::string& key, std::vector<std::string>& warnings) {
    warnings.push_back(Reader.place(entry.line) + key +
                       ": ignored, since the name of a constant holds only letters, digits and \"_\", and does not "
                       "begin with a digit");
}

Result<void> readVariants(const YamlEntry& constant, Constants& constants, std::vector<std::string>& warnings) {
    const std::string key = "constants." + constant.key;
    const YamlValue* value = constant.value.find("value");
    if (value == nullptr) {
        return Reader.invalid(constant.value, key + " has no value; add a line \"value: …\" to it");
    }
    std::string usual = TRY(Reader.text(*value, key + ".value"));
    constants.insert_or_assign(constant.key, std::move(usual));
    for (const YamlEntry& variant : constant.value.entries) {
        if (isName(variant.key)) {
            std::string text = TRY(Reader.text(variant.value, key + "." + variant.key));
            constants.insert_or_assign(constant.key + "." + variant.key, std::move(text));
        } else {
            warnOfName(variant, key + "." + variant.key, warnings);
        }
    }
    return {};
}

} // namespace

Result<void> readConstants(const YamlValue& yaml, Constants& constants, std::vector<std::string>& warnings) {
    const YamlValue* values = yaml.find("constants");
    if (values == nullptr) {
        return {};
    }
    TRY(Reader.expectMap(*values, "constants"));
    for (const YamlEntry& entry : values->entries) {
        if (!isName(entry.key)) {
            warnOfName(entry, "constants." + entry.key, warnings);
        } else if (entry.value.kind == YamlValue::Kind::Map) {
            TRY(readVariants(entry, constants, warnings));
        } else {
            std::string text = TRY(Reader.text(entry.value, "constants." + entry.key));
            constants.insert_or_assign(entry.key, text);
            constants.insert_or_assign(entry.key + ".value", std::move(text));
        }
    }
    return {};
}

} // namespace grindstone::judge
