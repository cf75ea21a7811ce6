// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http_message.h"

#include "judge/text/utf8.h"

#include <algorithm>

namespace grindstone::server {

namespace {

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A form's `+` for a blank is understood in queries, where people write one.
std::optional<std::string> unescape(std::string_view text, bool plusIsBlank) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsBlank) {
            plain += ' ';
        } else if (text[i] != '%') {
            plain += text[i];
        } else if (i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0) {
            plain += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            return std::nullopt;
        }
    }
    const bool control = std::ranges::any_of(plain, [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; });
    return control || judge::findInvalidUtf8(plain) ? std::nullopt : std::optional(plain);
}

bool readQuery(std::string_view text, std::map<std::string, std::string>& query) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        const std::size_t equals = std::min(field.find('='), field.size());
        const auto name = unescape(field.substr(0, equals), true);
        const auto value = unescape(field.substr(std::min(equals + 1, field.size())), true);
        if (!name || !value) {
            return false;
        }
        if (!field.empty()) {
            query[*name] = *value;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace

const std::string& Request::header(const std::string& name) const {
    static const std::string none;
    const auto found = headers.find(name);
    return found == headers.end() ? none : found->second;
}

bool readTarget(const std::string& target, Request& request) {
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view text = target;
    auto path = unescape(text.substr(0, mark), false);
    if (!path || !path->starts_with('/')) {
        return false;
    }
    request.path = std::move(*path);
    return readQuery(text.substr(std::min(mark + 1, text.size())), request.query);
}

} // namespace grindstone::server
