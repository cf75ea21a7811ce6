// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

namespace grindstone::judge {

/// "./main.go:5:2: message" of Go, "main.rb:3: message" of Ruby, "main.lua:2: message" of Lua. Much else looks like
/// that, so the file must be one of the submission's.
std::optional<Diagnostic> parsePlainPlace(const CompilerOutput& output, std::size_t at) {
    std::string_view rest = output.line(at);
    std::optional<Diagnostic> found = takePlace(rest);
    // GCC's "main.cpp:9:29:   required from here" belongs to the next line.
    if (!found || !output.isSource(found->file) || !takePrefix(rest, " ") || rest.starts_with(' ')) {
        return std::nullopt;
    }
    const bool warning = rest.starts_with("warning: ");
    takePrefix(rest, "warning: ");
    found->severity = warning ? "warning" : "error";
    found->message = withoutBlanks(rest);
    return found;
}

} // namespace grindstone::judge
