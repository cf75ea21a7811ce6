// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/block_reader.h"

#include <string>
#include <string_view>

namespace grindstone::judge {

/// What testlib's streams take for white space: less than isBlank() does.
constexpr bool isTestlibBlank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/// A file as a checker that uses testlib reads it, token by token (testlib.h, `InStream`). Memory is bounded by the
/// longest token allowed.
class TestlibStream {
public:
    /// testlib refuses longer tokens (`InStream::maxTokenLength`).
    static constexpr std::size_t LongestToken = 32 * 1024 * 1024;

    /// `name` is what errors call the file.
    TestlibStream(int descriptor, std::string name) : m_reader(descriptor, std::move(name)) {}

    /// testlib takes the byte order mark of UTF-8 off the output's front, never off the answer's.
    void skipByteOrderMark();
    /// Passes white space. True if nothing else was left.
    bool atEnd() {
        const std::string_view window = m_reader.window();
        return (window.empty() || isTestlibBlank(window.front())) && passBlanks();
    }
    /// Passes white space and the token that comes next, cut one byte after LongestToken. Empty at the file's end.
    /// Valid until the stream is used again.
    std::string_view nextToken();
    /// Where the last token begins, or the end of the file when there was none.
    std::uint64_t tokenOffset() const { return m_tokenOffset; }
    BlockReader& reader() { return m_reader; }

private:
    bool passBlanks();
    std::string_view gatherLongToken();

    BlockReader m_reader;
    std::uint64_t m_tokenOffset = 0;
    std::string m_longToken;
};

} // namespace grindstone::judge
