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
    constants[constant.key] = TRY(Reader.text(*value, key + ".value"));
    for (const YamlEntry& variant : constant.value.entries) {
        if (isName(variant.key)) {
            constants[constant.key + "." + variant.key] = TRY(Reader.text(variant.value, key + "." + variant.key));
        } else {
            warnOfName(variant, key + "." + variant.key, warnings);
        }
    }
    return {};
}

} // namespace

Result<Constants> readConstants(const YamlValue& yaml, std::vector<std::string>& warnings) {
    Constants constants;
    const YamlValue* values = yaml.find("constants");
    if (values == nullptr) {
        return constants;
    }
    TRY(Reader.expectMap(*values, "constants"));
    for (const YamlEntry& entry : values->entries) {
        if (!isName(entry.key)) {
            warnOfName(entry, "constants." + entry.key, warnings);
        } else if (entry.value.kind == YamlValue::Kind::Map) {
            TRY(readVariants(entry, constants, warnings));
        } else {
            constants[entry.key] = TRY(Reader.text(entry.value, "constants." + entry.key));
            constants[entry.key + ".value"] = constants[entry.key];
        }
    }
    return constants;
}

} // namespace grindstone::judge
