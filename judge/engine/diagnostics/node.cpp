// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

namespace grindstone::judge {

namespace {

bool isScript(const std::string& name) {
    return name.ends_with(".js") || name.ends_with(".mjs") || name.ends_with(".cjs");
}

/// "SyntaxError: Unexpected token ';'"
bool namesAnError(std::string_view line) {
    const std::size_t colon = line.find(": ");
    return colon != std::string_view::npos && line.substr(0, colon).ends_with("Error") &&
           line.substr(0, colon).find(' ') == std::string_view::npos;
}

} // namespace

/// "/run/work/main.js:3" alone on its line, the source line, perhaps a caret, and then what is wrong.
std::optional<Diagnostic> parseNode(const CompilerOutput& output, std::size_t at) {
    constexpr std::size_t LookAhead = 6;
    const std::string place = std::string(output.line(at)) + ":";
    std::string_view rest = place;
    std::optional<Diagnostic> found = takePlace(rest);
    if (!found || !rest.empty() || !isScript(found->file)) {
        return std::nullopt;
    }
    for (std::size_t i = at + 1; i <= at + LookAhead; ++i) {
        if (const int column = caretColumn(output.line(i)); column > 0 && found->column == 0) {
            found->column = column;
        } else if (namesAnError(output.line(i))) {
            found->severity = "error";
            found->message = output.line(i);
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
