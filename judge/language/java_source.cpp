// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small part of Java's grammar: escapes of Unicode come first of all, then words and signs without comments and
// strings; of these only what stands outside of all braces (package, types) and directly in a type (main).
#include "judge/language/java_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace grindstone::judge {

namespace {

constexpr std::size_t LongestName = 200;

void appendUtf8(std::string& text, unsigned unit) {
    if (unit < 0x80) {
        text += static_cast<char>(unit);
    } else if (unit < 0x800) {
        text += static_cast<char>(0xC0 | unit >> 6);
        text += static_cast<char>(0x80 | (unit & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | unit >> 12);
        text += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (unit & 0x3F));
    }
}

/// The unit that "\u0041" stands for, at the front of `text`, and how many bytes it takes; there may be several u.
std::optional<std::pair<unsigned, std::size_t>> readEscape(std::string_view text) {
    constexpr std::size_t Digits = 4;
    const std::size_t digits = text.find_first_not_of('u', 1);
    if (digits < 2 || digits == std::string_view::npos || text.size() - digits < Digits) {
        return std::nullopt;
    }
    unsigned unit = 0;
    const char* const first = text.data() + digits;
    const auto [end, error] = std::from_chars(first, first + Digits, unit, 16);
    if (error != std::errc() || end != first + Digits) {
        return std::nullopt;
    }
    return std::pair(unit, digits + Digits);
}

std::string withoutEscapes(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto escape = text.front() == '\\' ? readEscape(text) : std::nullopt;
        if (escape) {
            appendUtf8(plain, escape->first);
            text.remove_prefix(escape->second);
            continue;
        }
        // A second backslash is part of the first one's pair and begins no escape.
        const std::size_t length = text.starts_with("\\\\") ? 2 : 1;
        plain += text.substr(0, length);
        text.remove_prefix(length);
    }
    return plain;
}

bool isNameByte(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '$';
}

/// Words and single signs, one after the other.
class Tokens {
public:
    explicit Tokens(std::string_view text) : m_rest(text) {}

    /// Empty at the end.
    std::string_view next() {
        while (skipOne()) {
        }
        std::size_t length = 0;
        while (length < m_rest.size() && isNameByte(m_rest[length])) {
            ++length;
        }
        return take(length == 0 && !m_rest.empty() ? 1 : length);
    }

private:
    std::string_view take(std::size_t length) {
        const std::string_view taken = m_rest.substr(0, length);
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    void takePast(std::string_view end, std::size_t from) {
        const std::size_t found = m_rest.find(end, from);
        take(found == std::string_view::npos ? m_rest.size() : found + end.size());
    }
    /// To the quote that ends a literal, or to the end of its line, where javac complains and goes on.
    void takeLiteral(std::string_view quote) {
        std::size_t at = quote.size();
        while (at < m_rest.size() && !m_rest.substr(at).starts_with(quote)) {
            if (quote.size() == 1 && m_rest[at] == '\n') {
                break;
            }
            at += m_rest[at] == '\\' ? 2 : 1;
        }
        take(at + quote.size());
    }
    bool skipOne() {
        if (m_rest.starts_with("//")) {
            take(std::min(m_rest.find_first_of("\r\n"), m_rest.size()));
        } else if (m_rest.starts_with("/*")) {
            takePast("*/", 2);
        } else if (m_rest.starts_with("\"\"\"")) {
            takeLiteral("\"\"\"");
        } else if (m_rest.starts_with('"') || m_rest.starts_with('\'')) {
            takeLiteral(m_rest.substr(0, 1));
        } else if (!m_rest.empty() && (m_rest.front() == ' ' || (m_rest.front() >= '\t' && m_rest.front() <= '\r'))) {
            take(1);
        } else {
            return false;
        }
        return true;
    }

    std::string_view m_rest;
};

void setOnce(std::string& name, std::string_view value) {
    if (name.empty() && value.size() <= LongestName) {
        name = value;
    }
}

class JavaReader {
public:
    explicit JavaReader(std::string_view text) : m_tokens(text) {}

    JavaSource read() {
        for (std::string_view token = m_tokens.next(); !token.empty(); token = m_tokens.next()) {
            take(token);
            m_before = m_last;
            m_last = token;
        }
        return std::move(m_source);
    }

private:
    void take(std::string_view token) {
        if (token == "(" || token == ")") {
            takeParenthesis(token == "(");
        } else if (token == "{") {
            ++m_braces;
        } else if (token == "}") {
            m_braces -= m_braces > 0 ? 1 : 0;
            m_public = m_public && m_braces > 0;
        } else if (m_braces == 0 && m_parentheses == 0) {
            takeOutside(token);
        }
    }
    void takeParenthesis(bool opens) {
        const bool declaresMain = m_braces == 1 && m_parentheses == 0 && m_last == "main" && m_before == "void";
        if (opens && declaresMain) {
            setOnce(m_source.mainType, m_type);
        }
        m_parentheses += opens ? 1 : (m_parentheses > 0 ? -1 : 0);
    }
    void takeOutside(std::string_view token) {
        constexpr std::array<std::string_view, 4> Kinds{"class", "interface", "enum", "record"};
        const bool declared =
            std::ranges::find(Kinds, m_last) != Kinds.end() && m_before != "." && isNameByte(token[0]);
        if (m_inPackage) {
            takePackage(token);
        } else if (declared) {
            takeType(token);
        } else if (token == "package") {
            m_inPackage = true;
        } else if (token == "public") {
            m_public = true;
        } else if (token == ";") {
            m_public = false;
        }
    }
    void takePackage(std::string_view token) {
        m_inPackage = token != ";";
        if (m_inPackage && m_source.package.size() + token.size() <= LongestName) {
            m_source.package += token;
        }
    }
    void takeType(std::string_view name) {
        m_type = name;
        setOnce(m_source.firstType, name);
        if (m_public) {
            setOnce(m_source.publicType, name);
        }
        m_public = false;
    }

    Tokens m_tokens;
    JavaSource m_source;
    std::string_view m_last;
    std::string_view m_before;
    std::string_view m_type;
    std::size_t m_braces = 0;
    int m_parentheses = 0;
    bool m_public = false;
    bool m_inPackage = false;
};

} // namespace

JavaSource readJavaSource(std::string_view text) {
    const std::string plain = withoutEscapes(text);
    return JavaReader(plain).read();
}

} // namespace grindstone::judge
