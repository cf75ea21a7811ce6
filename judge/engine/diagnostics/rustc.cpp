// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// "error[E0425]: message"
std::optional<Diagnostic> takeHead(std::string_view line) {
    for (const std::string_view severity : {"error", "warning"}) {
        std::string_view rest = line;
        if (!takePrefix(rest, severity)) {
            continue;
        }
        if (rest.starts_with('[')) {
            rest.remove_prefix(std::min(rest.find(']'), rest.size() - 1) + 1);
        }
        if (takePrefix(rest, ": ")) {
            return Diagnostic{"", 0, 0, std::string(severity), std::string(rest)};
        }
    }
    return std::nullopt;
}

/// "  --> main.rs:6:20"
std::optional<Diagnostic> takeArrow(std::string_view line) {
    line = withoutBlanks(line);
    if (!takePrefix(line, "--> ")) {
        return std::nullopt;
    }
    const std::string place = std::string(line) + ":";
    std::string_view rest = place;
    return takePlace(rest);
}

} // namespace

/// A head and, behind the message's further lines, its place. What has no place is a summary.
std::optional<Diagnostic> parseRustc(const CompilerOutput& output, std::size_t at) {
    constexpr std::size_t LongestMessage = 10;
    std::optional<Diagnostic> found = takeHead(output.line(at));
    for (std::size_t i = at + 1; found && i <= at + LongestMessage && !output.line(i).empty(); ++i) {
        if (const std::optional<Diagnostic> place = takeArrow(output.line(i))) {
            found->file = place->file;
            found->line = place->line;
            found->column = place->column;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
