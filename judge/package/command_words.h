// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// A command line as its words: blanks part them, except in "…" and '…'. Nothing for a quotation without end. Nothing
/// is expanded.
std::optional<std::vector<std::string>> commandWords(std::string_view line);

} // namespace grindstone::judge
