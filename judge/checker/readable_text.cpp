// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/readable_text.h"

#include "judge/text/utf8.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

bool isUnwanted(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
}

} // namespace

std::string_view withoutBlanksAround(std::string_view bytes) {
    constexpr std::string_view Blanks(" \t\r\n\f\v\0", 7);
    const std::size_t begin = std::min(bytes.find_first_not_of(Blanks), bytes.size());
    const std::size_t end = bytes.find_last_not_of(Blanks);
    return end == std::string_view::npos ? std::string_view() : bytes.substr(begin, end - begin + 1);
}

std::string readable(std::string_view bytes) {
    std::string text = toValidUtf8(withoutBlanksAround(bytes));
    std::erase_if(text, isUnwanted);
    return text;
}

std::string readableBeginning(std::string_view bytes, std::size_t most) {
    const std::string_view trimmed = withoutBlanksAround(bytes);
    return readable(cutUtf8(trimmed, most)) + (trimmed.size() > most ? "…" : "");
}

std::string readableEnd(std::string_view bytes, std::size_t most) {
    const std::string_view trimmed = withoutBlanksAround(bytes);
    return trimmed.size() > most ? "…" + readable(trimmed.substr(trimmed.size() - most)) : readable(trimmed);
}

} // namespace grindstone::judge
