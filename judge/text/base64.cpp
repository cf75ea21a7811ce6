// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/text/base64.h"

#include <algorithm>
#include <cstdint>

namespace grindstone::judge {

std::string toBase64(std::string_view bytes) {
    constexpr std::string_view Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t start = 0; start < bytes.size(); start += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - start);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[start + i]) : 0U);
        }
        for (std::size_t digit = 0; digit < 4; ++digit) {
            text += digit <= count ? Digits[group >> (18 - 6 * digit) & 0x3F] : '=';
        }
    }
    return text;
}

} // namespace grindstone::judge
