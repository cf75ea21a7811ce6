// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// White space of the ICPC format's default output validator, whatever the locale. An object, so that algorithms inline
/// it.
inline constexpr auto isBlank = [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); };

/// Reads a file by position, front to back, through one buffer of fixed size. The descriptor stays its owner's and its
/// file offset is left alone. A read error looks like the end of the file; ask error() when done.
class BlockReader {
public:
    /// Bytes that window() offers at least, unless the file ends before.
    static constexpr std::size_t Reach = 64 * 1024;

    /// `name` is what errors call the file.
    BlockReader(int descriptor, std::string name);

    /// What comes next: Reach bytes or more, or all that is left. Empty at the end. Valid until the next call.
    std::string_view window() {
        if (m_end - m_begin < Reach && !m_atEnd) {
            refill();
        }
        return {m_buffer.data() + m_begin, m_end - m_begin};
    }
    /// Moves on by `count` bytes of the window.
    void consume(std::size_t count) { m_begin += count; }

    /// Bytes consumed so far.
    std::uint64_t offset() const { return m_fileOffset - (m_end - m_begin); }
    int descriptor() const { return m_descriptor; }
    const std::optional<Error>& error() const { return m_error; }

private:
    void refill();

    int m_descriptor;
    std::string m_name;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_fileOffset = 0; ///< of the byte after m_end
    bool m_atEnd = false;
    std::optional<Error> m_error;
};

/// What errors call a program's output.
inline constexpr const char* OutputName = "the program's output";

/// The failure of the first of both that couldn't be read, if any.
Result<void> checkRead(const BlockReader& answer, const BlockReader& output);

} // namespace grindstone::judge
