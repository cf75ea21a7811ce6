// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace grindstone::judge {

/// The value of a number written as the ICPC format's grammar has it: an optional sign, decimal digits with at most one
/// point, an optional exponent. Nothing for anything else ("0x10", "inf", "nan", "1_0", "1e", "."), and for numbers
/// that a double cannot hold ("1e999"). Numbers too small for a double are 0. The process's locale plays no part.
std::optional<double> parseDecimal(std::string_view text);

} // namespace grindstone::judge
