// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// `File "main.ml", line 2, characters 10-12:`, also "lines 2-3".
std::optional<Diagnostic> takeOcamlPlace(std::string_view line) {
    if (!takePrefix(line, "File \"")) {
        return std::nullopt;
    }
    const std::size_t quote = line.find('"');
    Diagnostic place;
    place.file = plainName(line.substr(0, quote));
    line.remove_prefix(std::min(quote, line.size()));
    const bool one = takePrefix(line, "\", line ");
    if (!one && !takePrefix(line, "\", lines ")) {
        return std::nullopt;
    }
    const std::optional<int> number = takeNumber(line, one ? "," : "-");
    const std::size_t characters = line.find("characters ");
    if (!number || characters == std::string_view::npos) {
        return std::nullopt;
    }
    place.line = *number;
    line.remove_prefix(characters + std::string_view("characters ").size());
    if (const std::optional<int> column = takeNumber(line, "-")) {
        place.column = *column + 1;
    }
    return place;
}

} // namespace

/// A place, some source lines, and "Error: …" or "Warning 8 […]: …".
std::optional<Diagnostic> parseOcaml(const CompilerOutput& output, std::size_t at) {
    constexpr std::size_t LookAhead = 12;
    std::optional<Diagnostic> found = takeOcamlPlace(output.line(at));
    for (std::size_t i = at + 1; found && i <= at + LookAhead; ++i) {
        std::string_view line = output.line(i);
        const bool warning = line.starts_with("Warning ");
        if (warning || takePrefix(line, "Error: ")) {
            found->severity = warning ? "warning" : "error";
            found->message = line;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
