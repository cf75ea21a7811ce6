// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <compare>

namespace grindstone::judge {

/// A document's numbers. The parser keeps integers of 64 bits, signed or not, and doubles; integers beyond are kept as
/// their digits, in a binary value, which JSON itself has none of. All take numbers only.

/// `digits` as JSON writes an integer: perhaps a minus, no leading zero.
nlohmann::json makeLongInteger(const std::string& digits);

bool isNumber(const nlohmann::json& value);
/// Written without a fraction or an exponent.
bool isInteger(const nlohmann::json& number);
/// The nearest double.
double nearestDouble(const nlohmann::json& number);
/// As JSON writes it; a long integer with all its digits.
std::string numberText(const nlohmann::json& number);

/// By value, integers exactly however long. A number written with a fraction or an exponent is the double nearest to
/// it; beside one an integer beyond 64 bits is too.
bool sameNumber(const nlohmann::json& left, const nlohmann::json& right);
/// A strict order by value in which different numbers that sameNumber() takes as one stand beside each other.
std::weak_ordering orderNumbers(const nlohmann::json& left, const nlohmann::json& right);

} // namespace grindstone::judge
