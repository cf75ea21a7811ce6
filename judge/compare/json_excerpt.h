// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace grindstone::judge {

constexpr std::size_t MostJsonShown = 200; ///< bytes

/// The beginning of a value as JSON without white space, at most MostJsonShown bytes of whole UTF-8 characters.
std::string jsonExcerpt(const nlohmann::json& value);

/// One step of a path into a document: `.name`, or `["a b"]` for a key that isn't a name.
std::string jsonStep(std::string_view key);

} // namespace grindstone::judge
