// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/text_position.h"

#include <cstdint>
#include <string>

namespace grindstone::judge {

/// A line as an explanation shows it: at most 200 bytes, without the blanks at its end.
struct LineExcerpt {
    std::string text;
    std::uint64_t from = 0; ///< byte of the line at which `text` begins; not 0 only in long lines
    TextPosition position;  ///< of the byte that was asked for
};

/// The line around the byte at `offset`; a long one from a little before it. Reads the file by position from its start,
/// in blocks. What cannot be read is left out.
LineExcerpt excerptAround(int descriptor, std::uint64_t offset);

} // namespace grindstone::judge
