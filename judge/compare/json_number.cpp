// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/json_number.h"

#include <cstdlib>
#include <limits>
#include <string_view>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

/// Holds integers of 64 bits and doubles as they are. Comparing the parser's own values instead converts one to the
/// type of the other, so that 18446744073709551615 is -1.
long double exactValue(const Json& number) {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    return number.get<long double>();
}

std::string_view digitsOf(const Json& number) {
    const Json::binary_t& bytes = number.get_binary();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Integers beyond 64 bits of one sign.
std::weak_ordering orderDigits(std::string_view left, std::string_view right) {
    const std::weak_ordering sizes =
        left.size() != right.size() ? left.size() <=> right.size() : std::weak_ordering(left <=> right);
    return left.front() == '-' ? 0 <=> sizes : sizes;
}

std::weak_ordering orderValues(long double left, long double right) {
    return left < right   ? std::weak_ordering::less
           : right < left ? std::weak_ordering::greater
                          : std::weak_ordering::equivalent;
}

} // namespace

Json makeLongInteger(const std::string& digits) {
    return Json::binary(Json::binary_t::container_type(digits.begin(), digits.end()));
}

bool isNumber(const Json& value) {
    return value.is_number() || value.is_binary();
}

bool isInteger(const Json& number) {
    return number.is_number_integer() || number.is_binary();
}

double nearestDouble(const Json& number) {
    return number.is_binary() ? std::strtod(std::string(digitsOf(number)).c_str(), nullptr) : number.get<double>();
}

std::string numberText(const Json& number) {
    return number.is_binary() ? std::string(digitsOf(number)) : number.dump();
}

bool sameNumber(const Json& left, const Json& right) {
    if (left.is_binary() && right.is_binary()) {
        return digitsOf(left) == digitsOf(right);
    }
    if (left.is_binary() || right.is_binary()) {
        return (!isInteger(left) || !isInteger(right)) && nearestDouble(left) == nearestDouble(right);
    }
    return exactValue(left) == exactValue(right);
}

std::weak_ordering orderNumbers(const Json& left, const Json& right) {
    if (!left.is_binary() && !right.is_binary()) {
        return orderValues(exactValue(left), exactValue(right));
    }
    const std::weak_ordering nearest = orderValues(nearestDouble(left), nearestDouble(right));
    if (nearest != 0 || !left.is_binary() || !right.is_binary()) {
        return nearest != 0 ? nearest : left.is_binary() <=> right.is_binary();
    }
    return orderDigits(digitsOf(left), digitsOf(right));
}

} // namespace grindstone::judge
