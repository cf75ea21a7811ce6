// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/text/utf8.h"

namespace grindstone::judge {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";

unsigned byteAt(std::string_view text, std::size_t position) {
    return static_cast<unsigned char>(text[position]);
}

/// Length that a lead byte announces; 0 for a byte that leads nothing.
std::size_t announcedLength(unsigned lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The second byte's range is narrower after these leads: overlong forms, surrogates, beyond U+10FFFF.
bool isSecondByte(unsigned lead, unsigned second) {
    const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= lowest && second <= highest;
}

/// Length of the well-formed character at `position`; 0 when there is none.
std::size_t characterLength(std::string_view text, std::size_t position) {
    const unsigned lead = byteAt(text, position);
    const std::size_t length = announcedLength(lead);
    if (length == 0 || position + length > text.size()) {
        return 0;
    }
    if (length > 1 && !isSecondByte(lead, byteAt(text, position + 1))) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byteAt(text, position + i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

} // namespace

std::optional<std::size_t> findInvalidUtf8(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t length = characterLength(text, position);
        if (length == 0) {
            return position;
        }
        position += length;
    }
    return std::nullopt;
}

std::string toValidUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (const auto bad = findInvalidUtf8(text)) {
        valid.append(text.substr(0, *bad)).append(Replacement);
        text.remove_prefix(*bad + 1);
    }
    return valid.append(text);
}

std::string_view cutUtf8(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return text;
    }
    for (std::size_t back = 1; back <= 3 && back <= most; ++back) {
        const std::size_t length = announcedLength(byteAt(text, most - back));
        if (length > back) {
            return text.substr(0, most - back);
        }
        if (length != 0) {
            break;
        }
    }
    return text.substr(0, most);
}

} // namespace grindstone::judge
