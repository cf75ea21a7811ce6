// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// A command line as a POSIX shell splits it, without expanding anything: blanks part words, quotation marks and
/// backslashes keep them together. Nothing for a quotation or a backslash without end.
std::optional<std::vector<std::string>> posixWords(std::string_view line);

} // namespace grindstone::judge
