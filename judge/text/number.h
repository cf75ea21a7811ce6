// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace grindstone::judge {

/// The shortest decimal that reads back as this number, without an exponent where it has at most 15 digits: "100",
/// "33.5", "-inf".
std::string readableNumber(double number);

} // namespace grindstone::judge
