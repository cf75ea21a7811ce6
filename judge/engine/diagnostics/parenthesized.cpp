// SPDX-License-Identifier: GPL-3.0-or-later
//
// "main.cs(4,17): error CS0029: message" of C#, "main.pas(4,8) Error: message" of Free Pascal.
#include "judge/engine/diagnostics/output.h"

#include <array>
#include <utility>

namespace grindstone::judge {

namespace {

std::optional<Diagnostic> takeParenthesizedPlace(std::string_view& text) {
    const std::size_t open = text.find('(');
    if (open == 0 || open == std::string_view::npos) {
        return std::nullopt;
    }
    Diagnostic place;
    place.file = plainName(text.substr(0, open));
    std::string_view rest = text.substr(open + 1);
    std::optional<int> line = takeNumber(rest, ",");
    if (line) {
        const std::optional<int> column = takeNumber(rest, ")");
        if (!column) {
            return std::nullopt;
        }
        place.column = *column;
    } else if (!(line = takeNumber(rest, ")"))) {
        return std::nullopt;
    }
    place.line = *line;
    text = rest;
    return place;
}

} // namespace

std::optional<Diagnostic> parseParenthesized(const CompilerOutput& output, std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> Severities{{{": error ", "error"},
                                                                                       {": warning ", "warning"},
                                                                                       {" Error: ", "error"},
                                                                                       {" Fatal: ", "error"},
                                                                                       {" Warning: ", "warning"},
                                                                                       {" Note: ", "note"}}};
    std::string_view rest = output.line(at);
    std::optional<Diagnostic> found = takeParenthesizedPlace(rest);
    for (const auto& [words, severity] : Severities) {
        // Free Pascal's last words, "There were 2 errors compiling module, stopping", are of no place.
        if (found && takePrefix(rest, words) && !rest.starts_with("There were ")) {
            found->severity = severity;
            found->message = rest;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
