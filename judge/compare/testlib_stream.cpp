// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/testlib_stream.h"

#include <algorithm>

namespace grindstone::judge {

void TestlibStream::skipByteOrderMark() {
    constexpr std::string_view Mark = "\xEF\xBB\xBF";
    if (m_reader.window().starts_with(Mark)) {
        m_reader.consume(Mark.size());
    }
}

bool TestlibStream::passBlanks() {
    while (true) {
        const std::string_view window = m_reader.window();
        const auto token = std::find_if_not(window.begin(), window.end(), isTestlibBlank);
        m_reader.consume(static_cast<std::size_t>(token - window.begin()));
        if (token != window.end() || window.empty()) {
            return window.empty();
        }
    }
}

std::string_view TestlibStream::nextToken() {
    const bool ended = atEnd();
    m_tokenOffset = m_reader.offset();
    if (ended) {
        return {};
    }
    const std::string_view window = m_reader.window();
    const auto end = std::find_if(window.begin(), window.end(), isTestlibBlank);
    const std::string_view token = window.substr(0, static_cast<std::size_t>(end - window.begin()));
    if (token.size() >= BlockReader::Reach) {
        return gatherLongToken();
    }
    m_reader.consume(token.size());
    return token;
}

std::string_view TestlibStream::gatherLongToken() {
    m_longToken.clear();
    while (m_longToken.size() <= LongestToken) {
        const std::string_view window = m_reader.window().substr(0, LongestToken + 1 - m_longToken.size());
        const auto end = std::find_if(window.begin(), window.end(), isTestlibBlank);
        m_longToken.append(window.begin(), end);
        m_reader.consume(static_cast<std::size_t>(end - window.begin()));
        if (end != window.end() || window.empty()) {
            break;
        }
    }
    return m_longToken;
}

} // namespace grindstone::judge
