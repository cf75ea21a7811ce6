// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/posix_words.h"

#include "judge/compare/block_reader.h"

namespace grindstone::judge {

namespace {

class WordSplitter {
public:
    explicit WordSplitter(std::string_view line) : m_rest(line) {}

    std::optional<std::vector<std::string>> split() {
        while (!m_rest.empty()) {
            if (!takePart()) {
                return std::nullopt;
            }
        }
        return std::move(m_words);
    }

private:
    bool takePart();
    bool takeQuotation(char mark);
    bool takeEscaped(bool inQuotation);
    void put(char c) {
        begin();
        m_words.back() += c;
    }
    void begin() {
        if (!m_inWord) {
            m_words.emplace_back();
        }
        m_inWord = true;
    }
    char take() {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    std::string_view m_rest;
    std::vector<std::string> m_words;
    bool m_inWord = false;
};

bool WordSplitter::takePart() {
    const char c = take();
    if (c == '"' || c == '\'') {
        begin();
        return takeQuotation(c);
    }
    if (c == '\\') {
        return takeEscaped(false);
    }
    if (isBlank(c)) {
        m_inWord = false;
    } else {
        put(c);
    }
    return true;
}

bool WordSplitter::takeQuotation(char mark) {
    while (!m_rest.empty()) {
        const char c = take();
        if (c == mark) {
            return true;
        }
        if (c != '\\' || mark == '\'') {
            put(c);
        } else if (!takeEscaped(true)) {
            return false;
        }
    }
    return false;
}

/// Within "…" a backslash is one of its own, unless it stands before a quotation mark or another.
bool WordSplitter::takeEscaped(bool inQuotation) {
    if (m_rest.empty()) {
        return false;
    }
    if (inQuotation && m_rest.front() != '"' && m_rest.front() != '\\') {
        put('\\');
    }
    put(take());
    return true;
}

} // namespace

std::optional<std::vector<std::string>> posixWords(std::string_view line) {
    return WordSplitter(line).split();
}

} // namespace grindstone::judge
