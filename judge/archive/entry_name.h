// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

struct NameLimits {
    std::size_t path = 1000; ///< bytes of a whole path
    std::size_t part = 255;  ///< bytes of one part of it, what file systems take
    std::size_t depth = 32;  ///< parts of a path
};

/// The parts of an entry's path as it stands in an archive; none for the top folder itself (""). "./a//b/" is "a/b".
/// Fails with "archive.unsafe" for what would lie outside, cannot be written or cannot be shown; the detail says what
/// and how to cure it, without naming the entry.
Result<std::vector<std::string>> entryParts(std::string_view name, const NameLimits& limits);

/// The entry in a message: on one line, and without its middle where it is long.
std::string shownName(const std::string& name);

/// "a/b/c"
std::string joined(const std::vector<std::string>& parts);

/// The text with each letter and its accents as one character where there is one (Unicode's form C). The same text when
/// it isn't UTF-8.
std::string composed(const std::string& text);

/// Whether the text has other characters than ASCII's.
bool isForeign(std::string_view text);

} // namespace grindstone::judge
