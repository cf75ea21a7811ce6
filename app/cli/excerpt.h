// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace grindstone::cli {

/// Reads at most `most` bytes from `offset`; empty at the end. Lets files and captures be looked at in the same way.
using ReadAt = std::function<std::string(std::uint64_t offset, std::uint64_t most)>;

/// Reads from a file; empty also when it cannot be read.
ReadAt readerOf(const std::string& file);
ReadAt readerOfText(std::string text);

/// The first lines of something, not more than `lines` and `bytes`.
struct Excerpt {
    std::string text;
    bool cut = false; ///< there is more
};
Excerpt firstLines(const ReadAt& read, int lines, std::uint64_t bytes);

/// The piece of line `line` (from 1) around its byte `column` (from 1), at most `width` bytes wide. Reads the source in
/// steps: its size costs time, not memory.
struct LinePiece {
    std::string text;
    std::uint64_t caret = 0; ///< where the column is in `text`, from 0
    bool cutBefore = false;
    bool cutAfter = false;
    bool exists = false; ///< there is such a line
};
LinePiece lineAround(const ReadAt& read, std::uint64_t line, std::uint64_t column, std::uint64_t width);

} // namespace grindstone::cli
