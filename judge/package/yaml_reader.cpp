// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/yaml_reader.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace grindstone::judge {

namespace {

/// What stands there, for an error: a text in quotes, cut, or the kind of thing it is.
std::string shown(const YamlValue& value) {
    switch (value.kind) {
    case YamlValue::Kind::Null:
        return "empty";
    case YamlValue::Kind::Scalar:
        return '"' + (value.text.size() > 80 ? value.text.substr(0, 80) + "…" : value.text) + '"';
    case YamlValue::Kind::List:
        return "a list";
    case YamlValue::Kind::Map:
        return "a map";
    }
    return {};
}

} // namespace

std::vector<std::string> splitAtBlanks(std::string_view text) {
    std::vector<std::string> words;
    auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    while (begin != text.end()) {
        const auto end = std::find_if(begin, text.end(), isBlank);
        words.emplace_back(begin, end);
        begin = std::find_if_not(end, text.end(), isBlank);
    }
    return words;
}

std::string YamlReader::place(unsigned line) const {
    return shortPlace(line) + ": ";
}

std::string YamlReader::shortPlace(unsigned line) const {
    return m_file + ":" + std::to_string(line);
}

tl::unexpected<Error> YamlReader::invalid(const YamlValue& value, const std::string& what) const {
    return fail("package.invalid", place(value.line) + what);
}

tl::unexpected<Error> YamlReader::unsupported(const YamlValue& value, const std::string& what) const {
    return fail("package.unsupported", place(value.line) + what);
}

Result<std::string> YamlReader::text(const YamlValue& value, const std::string& key) const {
    if (value.kind != YamlValue::Kind::Scalar) {
        return invalid(value, key + " is " + shown(value) + "; write one text");
    }
    return value.text;
}

Result<std::vector<std::string>> YamlReader::words(const YamlValue& value, const std::string& key) const {
    if (value.kind == YamlValue::Kind::Scalar) {
        return splitAtBlanks(value.text);
    }
    if (value.kind == YamlValue::Kind::Map) {
        return invalid(value, key + " is a map; write a list of texts");
    }
    std::vector<std::string> words;
    for (const YamlValue& item : value.items) {
        words.push_back(TRY(text(item, "an item of " + key)));
    }
    return words;
}

Result<bool> YamlReader::boolean(const YamlValue& value, const std::string& key) const {
    for (const char* yes : {"true", "True", "TRUE", "yes", "Yes", "on"}) {
        if (value.text == yes) {
            return true;
        }
    }
    for (const char* no : {"false", "False", "FALSE", "no", "No", "off"}) {
        if (value.text == no) {
            return false;
        }
    }
    return invalid(value, key + " is " + shown(value) + "; write true or false");
}

Result<double> YamlReader::positiveNumber(const YamlValue& value, const std::string& key, double most,
                                          const std::string& unit) const {
    const std::optional<double> number = parseDecimal(value.text);
    if (!number || !(*number > 0) || *number > most) {
        return invalid(value, key + " is " + shown(value) + "; write a number of " + unit + " above 0 and not above " +
                                  std::to_string(static_cast<std::uint64_t>(most)));
    }
    return *number;
}

Result<std::uint64_t> YamlReader::positiveInteger(const YamlValue& value, const std::string& key, std::uint64_t most,
                                                  const std::string& unit) const {
    std::uint64_t number = 0;
    const char* const end = value.text.data() + value.text.size();
    const auto parsed = std::from_chars(value.text.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number == 0 || number > most) {
        return invalid(value, key + " is " + shown(value) + "; write a whole number of " + unit +
                                  " above 0 and not above " + std::to_string(most));
    }
    return number;
}

Result<double> YamlReader::number(const YamlValue& value, const std::string& key) const {
    const std::optional<double> number = parseDecimal(value.text);
    if (!number || !std::isfinite(*number)) {
        return invalid(value, key + " is " + shown(value) + "; write a number");
    }
    return *number;
}

Result<std::size_t> YamlReader::choice(const YamlValue& value, const std::string& key,
                                       const std::vector<std::string_view>& words) const {
    const auto chosen = std::ranges::find(words, value.text);
    if (value.kind == YamlValue::Kind::Scalar && chosen != words.end()) {
        return static_cast<std::size_t>(chosen - words.begin());
    }
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + std::string(words[i]);
    }
    return invalid(value, key + " is " + shown(value) + "; write " + list);
}

Result<void> YamlReader::expectMap(const YamlValue& value, const std::string& key) const {
    if (value.kind != YamlValue::Kind::Map && !value.isNull()) {
        return invalid(value, key + " is " + shown(value) + "; write lines of the form \"key: value\"");
    }
    return {};
}

void YamlReader::warnOfUnknownKeys(const YamlValue& map, const std::string& prefix,
                                   std::initializer_list<std::string_view> known,
                                   std::vector<std::string>& warnings) const {
    for (const YamlEntry& entry : map.entries) {
        if (std::ranges::find(known, entry.key) == known.end()) {
            warnings.push_back(place(entry.line) + "unknown key \"" + prefix + entry.key + "\" is ignored");
        }
    }
}

} // namespace grindstone::judge
