// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/text/number.h"

#include <charconv>
#include <cmath>

namespace grindstone::judge {

std::string readableNumber(double number) {
    constexpr double Exact = 1e15;
    char digits[64];
    const bool whole = number == std::trunc(number) && std::abs(number) < Exact;
    const auto written = whole ? std::to_chars(digits, digits + sizeof digits, static_cast<long long>(number))
                               : std::to_chars(digits, digits + sizeof digits, number);
    return {digits, written.ptr};
}

} // namespace grindstone::judge
