// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// Offset of the first byte that isn't part of well-formed UTF-8 (no surrogates, no overlong forms); none when all is.
std::optional<std::size_t> findInvalidUtf8(std::string_view text);

/// The text with U+FFFD in place of every byte that isn't UTF-8. NUL stays.
std::string toValidUtf8(std::string_view text);

/// The first `most` bytes, less a character that the cut would tear apart.
std::string_view cutUtf8(std::string_view text, std::size_t most);

} // namespace grindstone::judge
