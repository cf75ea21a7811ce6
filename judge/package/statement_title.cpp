// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/statement_title.h"

#include "judge/text/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::judge {

namespace {

constexpr std::size_t LongestTitle = 500;

/// Position after `marker`, of the first one that no comment hides; npos if there is none.
std::size_t findCommand(std::string_view text, std::string_view marker) {
    for (std::size_t at = text.find(marker); at != std::string_view::npos; at = text.find(marker, at + 1)) {
        const std::size_t line = text.rfind('\n', at) + 1; // npos + 1 is 0
        if (text.substr(line, at - line).find('%') == std::string_view::npos) {
            return at + marker.size();
        }
    }
    return std::string_view::npos;
}

/// What stands in braces that were opened just before `text`; all of a line where they aren't closed.
std::string_view argument(std::string_view text) {
    int depth = 1;
    for (std::size_t at = 0; at < std::min(text.size(), LongestTitle); ++at) {
        const char c = text[at];
        if (c == '\\') {
            ++at;
            continue;
        }
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
            return text.substr(0, at);
        }
    }
    return text.substr(0, std::min({text.find_first_of("}\r\n"), text.size(), LongestTitle}));
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// In UTF-8, for the sign of an accent's command.
std::string_view combiningMark(char sign) {
    constexpr std::array<std::pair<char, std::string_view>, 7> Marks{{{'`', "\u0300"},
                                                                      {'\'', "\u0301"},
                                                                      {'^', "\u0302"},
                                                                      {'~', "\u0303"},
                                                                      {'=', "\u0304"},
                                                                      {'.', "\u0307"},
                                                                      {'"', "\u0308"}}};
    const auto found = std::ranges::find(Marks, sign, &std::pair<char, std::string_view>::first);
    return found == Marks.end() ? std::string_view() : found->second;
}

/// Appends what a backslash and what follows it mean in a title and returns how many characters that were.
std::size_t appendEscape(std::string_view rest, std::string& plain) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto name = static_cast<std::size_t>(std::ranges::find_if_not(rest.substr(1), isLetter) - rest.begin() - 1);
    if (name > 0) {
        return name + 1; // a style; its text follows
    }
    const char sign = rest.size() > 1 ? rest[1] : ' ';
    const std::string_view mark = combiningMark(sign);
    if (mark.empty()) {
        plain += sign == '\\' ? ' ' : sign;
        return 2;
    }
    const std::size_t letter = std::min(rest.find_first_not_of("{ ", 2), rest.size());
    plain += std::string(rest.substr(letter, 1)).append(mark);
    return letter + 1;
}

/// Without what only typesetting needs. Formulas keep their commands: they are shown as formulas.
std::string plainText(std::string_view title) {
    std::string plain;
    bool formula = false;
    for (std::size_t at = 0; at < title.size(); ++at) {
        const char c = title[at];
        formula = c == '$' ? !formula : formula;
        if (c == '\\' && !formula) {
            at += appendEscape(title.substr(at), plain) - 1;
        } else if (formula || (c != '{' && c != '}')) {
            plain += !formula && (c == '~' || c == '\n' || c == '\r') ? ' ' : c;
        }
    }
    return trimmed(plain);
}

} // namespace

std::string titleOfLatex(std::string_view latex) {
    constexpr std::string_view Plain = "%% plainproblemname:";
    if (const std::size_t at = latex.find(Plain); at != std::string_view::npos) {
        const std::string_view rest = latex.substr(at + Plain.size());
        return toValidUtf8(trimmed(std::string(rest.substr(0, std::min(rest.find_first_of("\r\n"), LongestTitle)))));
    }
    for (const std::string_view marker : {"\\problemname{", "\\begin{problem}{"}) {
        const std::size_t at = findCommand(latex, marker);
        std::string title = at == std::string_view::npos ? std::string() : plainText(argument(latex.substr(at)));
        if (!title.empty()) {
            return toValidUtf8(title);
        }
    }
    return {};
}

} // namespace grindstone::judge
