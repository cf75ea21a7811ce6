// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/block_reader.h"

namespace grindstone::judge {

/// One line, byte by byte, as testlib's `readString` gives it: it ends at LF, at CR LF or at the end of the file. A CR
/// elsewhere is left out, and the byte after it is taken as it is, be it another CR; at the end of the file that byte
/// is 255.
class TestlibLine {
public:
    static constexpr int End = -1;

    explicit TestlibLine(BlockReader& reader) : m_reader(reader) {}
    /// How much of bytes that begin a line, the same in two files and without CR and LF, both may pass.
    static std::size_t passable(std::string_view text) { return text.size(); }
    static TestlibLine after(BlockReader& reader, bool) { return TestlibLine(reader); }

    /// The next byte, or End once the line's end is passed, and from then on.
    int next();
    /// What next() would give.
    int peek();
    /// Where in the file the next byte stands.
    std::uint64_t offset() const { return m_peeked ? m_peekedFrom : m_reader.offset(); }

private:
    int readByte();
    int readRaw();

    BlockReader& m_reader;
    bool m_ended = false;
    bool m_peeked = false;
    int m_next = 0;
    std::uint64_t m_peekedFrom = 0;
};

/// The tokens of a line, whole as the C locale's isspace() parts them, with one space between.
class TestlibLineTokens {
public:
    /// `begun`: whether a token of the line ended right before.
    TestlibLineTokens(BlockReader& reader, bool begun) : m_line(reader), m_begun(begun) {}
    static std::size_t passable(std::string_view text);
    static TestlibLineTokens after(BlockReader& reader, bool begun) { return {reader, begun}; }

    int next();
    std::uint64_t offset() const { return m_line.offset(); }

private:
    TestlibLine m_line;
    bool m_begun;
};

} // namespace grindstone::judge
