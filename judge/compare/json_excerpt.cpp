// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/json_excerpt.h"

#include "judge/compare/json_number.h"
#include "judge/text/utf8.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

bool isFull(const std::string& text) {
    return text.size() > MostJsonShown;
}

void append(std::string& text, const Json& value);

void appendArray(std::string& text, const Json& array) {
    char separator = '[';
    for (auto element = array.begin(); element != array.end() && !isFull(text); ++element) {
        text += separator;
        append(text, *element);
        separator = ',';
    }
    text += array.empty() ? "[]" : "]";
}

void appendObject(std::string& text, const Json& object) {
    char separator = '{';
    for (auto member = object.begin(); member != object.end() && !isFull(text); ++member) {
        text += separator + Json(member.key()).dump() + ':';
        append(text, *member);
        separator = ',';
    }
    text += object.empty() ? "{}" : "}";
}

void append(std::string& text, const Json& value) {
    if (value.is_array()) {
        appendArray(text, value);
    } else if (value.is_object()) {
        appendObject(text, value);
    } else {
        text += isNumber(value) ? numberText(value) : value.dump();
    }
}

/// A letter, also one beyond ASCII, a digit or an underscore.
bool isNamePart(char byte) {
    return byte == '_' || (byte & 0x80) != 0 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

} // namespace

std::string jsonExcerpt(const Json& value) {
    std::string text;
    append(text, value);
    return std::string(cutUtf8(text, MostJsonShown));
}

std::string jsonStep(std::string_view key) {
    const bool isName = !key.empty() && std::ranges::all_of(key, isNamePart);
    return isName ? "." + std::string(key) : "[" + Json(key).dump() + "]";
}

} // namespace grindstone::judge
