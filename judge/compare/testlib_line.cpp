// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/testlib_line.h"

namespace grindstone::judge {

int TestlibLine::next() {
    const int byte = peek();
    m_peeked = false;
    return byte;
}

int TestlibLine::peek() {
    if (!m_peeked) {
        m_peekedFrom = m_reader.offset();
        m_next = m_ended ? End : readByte();
        m_ended = m_next == End;
        m_peeked = true;
    }
    return m_next;
}

int TestlibLine::readByte() {
    constexpr int Beyond = 255;
    const int byte = readRaw();
    if (byte == '\n' || byte == End) {
        return End;
    }
    if (byte != '\r') {
        return byte;
    }
    const int after = readRaw();
    if (after == '\n') {
        return End;
    }
    return after == End ? Beyond : after;
}

int TestlibLine::readRaw() {
    const std::string_view window = m_reader.window();
    if (window.empty()) {
        return End;
    }
    m_reader.consume(1);
    return static_cast<unsigned char>(window.front());
}

std::size_t TestlibLineTokens::passable(std::string_view text) {
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text.size();
}

int TestlibLineTokens::next() {
    bool blank = false;
    while (m_line.peek() != TestlibLine::End && isBlank(static_cast<char>(m_line.peek()))) {
        m_line.next();
        blank = true;
    }
    if (m_line.peek() == TestlibLine::End) {
        return TestlibLine::End;
    }
    if (blank && m_begun) {
        return ' ';
    }
    m_begun = true;
    return m_line.next();
}

} // namespace grindstone::judge
