// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules are those of testlib.h (`stringToLongLong`, `stringToDouble`, `doubleCompare`), found by reading it and by
// running the real checkers on random files.
#include "judge/compare/testlib_number.h"

#include "judge/compare/decimal.h"
#include "judge/text/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace grindstone::judge {

namespace {

constexpr double Slack = 1e-15; ///< what testlib adds to each tolerance

std::size_t digitsAt(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && isAsciiDigit(text[end])) {
        ++end;
    }
    return end - from;
}

std::size_t signAt(std::string_view text, std::size_t from) {
    return from < text.size() && (text[from] == '+' || text[from] == '-') ? 1 : 0;
}

/// Sign, digits and point at the front; 0 when there is no digit.
std::size_t significandSize(std::string_view text) {
    std::size_t end = signAt(text, 0);
    std::size_t digits = digitsAt(text, end);
    end += digits;
    if (end < text.size() && text[end] == '.') {
        const std::size_t fraction = digitsAt(text, end + 1);
        digits += fraction;
        end += 1 + fraction;
    }
    return digits > 0 ? end : 0;
}

/// What of a number counts, or nothing if the text isn't one.
std::optional<std::string_view> meaningfulPart(std::string_view text) {
    const std::size_t significand = significandSize(text);
    if (significand == 0 || significand == text.size()) {
        return significand == 0 ? std::nullopt : std::optional(text);
    }
    if (text[significand] != 'e' && text[significand] != 'E') {
        return std::nullopt;
    }
    const std::size_t exponent = significand + 1 + signAt(text, significand + 1);
    const std::size_t digits = digitsAt(text, exponent);
    if (exponent + digits != text.size()) {
        return std::nullopt;
    }
    return digits == 0 ? text.substr(0, significand) : text;
}

bool isUnbounded(double value) {
    return value > 1e300 || value < -1e300;
}

} // namespace

std::optional<std::int64_t> parseTestlibInteger(std::string_view text) {
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || (digits.front() == '0' && text.size() > 1)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool isTestlibInteger(std::string_view text) {
    constexpr std::size_t NeverTooLarge = 18;
    if (text.empty() || text.size() > NeverTooLarge || text.front() < '1' || text.front() > '9') {
        return parseTestlibInteger(text).has_value();
    }
    return digitsAt(text, 1) == text.size() - 1;
}

bool isTestlibShortInteger(std::string_view text) {
    using Limits = std::numeric_limits<std::int32_t>;
    const std::optional<std::int64_t> value = parseTestlibInteger(text);
    return value && *value >= Limits::min() && *value <= Limits::max();
}

std::optional<double> parseTestlibReal(std::string_view text) {
    const std::optional<std::string_view> number = meaningfulPart(text);
    if (!number) {
        return std::nullopt;
    }
    const double infinity = std::numeric_limits<double>::infinity();
    return parseDecimal(*number).value_or(text.front() == '-' ? -infinity : infinity);
}

bool isTestlibReal(std::string_view text) {
    return meaningfulPart(text).has_value();
}

bool agreesRelatively(double expected, double got, double epsilon) {
    const double allowed = epsilon + Slack;
    if (isUnbounded(expected)) {
        return isUnbounded(got) && (expected > 0) == (got > 0);
    }
    if (isUnbounded(got)) {
        return false;
    }
    if (std::fabs(got - expected) <= allowed) {
        return true;
    }
    const auto [least, most] = std::minmax({expected * (1.0 - allowed), expected * (1.0 + allowed)});
    return got >= least && got <= most;
}

bool agreesAbsolutely(double expected, double got, double epsilon) {
    return !(std::fabs(expected - got) > epsilon + Slack);
}

} // namespace grindstone::judge
