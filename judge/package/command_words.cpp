// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/command_words.h"

namespace grindstone::judge {

namespace {

constexpr std::string_view Blanks = " \t\r\n";

/// What of the text goes into the word, and how long it stands there with its quotation marks; 0: no end.
std::pair<std::string_view, std::size_t> nextPart(std::string_view text) {
    if (text.front() != '"' && text.front() != '\'') {
        const std::string_view part = text.substr(0, text.find_first_of(" \t\r\n\"'"));
        return {part, part.size()};
    }
    const std::size_t end = text.find(text.front(), 1);
    return end == std::string_view::npos ? std::pair(std::string_view(), std::size_t{0})
                                         : std::pair(text.substr(1, end - 1), end + 1);
}

} // namespace

std::optional<std::vector<std::string>> commandWords(std::string_view line) {
    std::vector<std::string> words;
    bool inWord = false;
    while (!line.empty()) {
        if (Blanks.find(line.front()) != std::string_view::npos) {
            inWord = false;
            line.remove_prefix(1);
            continue;
        }
        const auto [part, length] = nextPart(line);
        if (length == 0) {
            return std::nullopt;
        }
        if (!inWord) {
            words.emplace_back();
        }
        inWord = true;
        words.back() += part;
        line.remove_prefix(length);
    }
    return words;
}

} // namespace grindstone::judge
