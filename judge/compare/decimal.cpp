// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/decimal.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace grindstone::judge {

namespace {

/// Takes the digits at the front off `text`.
std::string_view takeDigits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

void takeSign(std::string_view& text) {
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        text.remove_prefix(1);
    }
}

bool takeSignificand(std::string_view& text) {
    std::size_t digits = takeDigits(text).size();
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        digits += takeDigits(text).size();
    }
    return digits > 0;
}

bool takeExponent(std::string_view& text) {
    if (text.empty() || (text.front() != 'e' && text.front() != 'E')) {
        return true;
    }
    text.remove_prefix(1);
    takeSign(text);
    return !takeDigits(text).empty();
}

bool isDecimal(std::string_view text) {
    takeSign(text);
    return takeSignificand(text) && takeExponent(text) && text.empty();
}

/// Whether a decimal that no double can hold is too small rather than too large: its exponent outweighs the place of
/// its first digit that isn't 0.
bool isTooSmall(std::string_view decimal) {
    const std::size_t exponentAt = decimal.find_first_of("eE");
    const std::string_view significand = decimal.substr(0, exponentAt);
    const std::size_t point = std::min(significand.find('.'), significand.size());
    const std::size_t first = std::min(significand.find_first_of("123456789"), significand.size());
    const long long place = static_cast<long long>(point) - static_cast<long long>(first);
    if (exponentAt == std::string_view::npos) {
        return place <= 0;
    }
    std::string_view exponent = decimal.substr(exponentAt + 1);
    const bool negative = exponent.front() == '-';
    takeSign(exponent);
    long long size = 0;
    const auto parsed = std::from_chars(exponent.data(), exponent.data() + exponent.size(), size);
    if (parsed.ec != std::errc()) {
        return negative;
    }
    return place + (negative ? -size : size) <= 0;
}

} // namespace

std::optional<double> parseDecimal(std::string_view text) {
    if (!isDecimal(text)) {
        return std::nullopt;
    }
    if (text.front() == '+') {
        text.remove_prefix(1);
    }
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec == std::errc()) {
        return value;
    }
    return isTooSmall(text) ? std::optional(0.0) : std::nullopt;
}

} // namespace grindstone::judge
