// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace grindstone::judge {

/// An integer as testlib's `readLong` takes it: decimal digits behind at most one minus, no zero at the front of other
/// digits, no "-0", nothing outside 64 bits. So each integer has one spelling only.
std::optional<std::int64_t> parseTestlibInteger(std::string_view text);
bool isTestlibInteger(std::string_view text);
/// Likewise for `readInt`: 32 bits.
bool isTestlibShortInteger(std::string_view text);

/// A number as testlib's `readDouble` takes it, with glibc's scanf beneath: sign, digits with at most one point, an
/// exponent whose digits may be missing ("1e", "1e+"). Numbers too large for a double are infinite. Nothing for others.
std::optional<double> parseTestlibReal(std::string_view text);
bool isTestlibReal(std::string_view text);

/// testlib's `doubleCompare`: within `epsilon` of `expected`, absolutely or relative to it. All beyond 1e300 is alike
/// per sign.
bool agreesRelatively(double expected, double got, double epsilon);
/// Within `epsilon`; also if the difference isn't a number.
bool agreesAbsolutely(double expected, double got, double epsilon);

} // namespace grindstone::judge
