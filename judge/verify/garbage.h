// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Bytes that are no input and no output of any problem, the same each time.
struct Garbage {
    std::string name; ///< English, such that a program "accepts NAME": "1 KiB of random bytes"
    std::string bytes;
};

/// Without regard to a case.
std::vector<Garbage> garbageForAll();

/// An answer spoilt in several ways, none of them for one of blanks alone. A validator that accepts some of these on
/// some cases may be right; one that always does is not.
std::vector<Garbage> garbageFrom(std::string_view answer);

} // namespace grindstone::judge
