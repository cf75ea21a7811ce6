// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace grindstone::judge {

/// A place in a text file, each part counted from 1.
struct TextPosition {
    std::uint64_t line = 1;
    std::uint64_t column = 1; ///< bytes
    std::uint64_t token = 1;  ///< tokens that begin before the place in its line, plus one
};

/// Where the byte at `offset` stands. Reads the file by position from its start, in blocks.
TextPosition locate(int descriptor, std::uint64_t offset);

} // namespace grindstone::judge
