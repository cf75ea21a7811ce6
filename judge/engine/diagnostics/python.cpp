// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// Python puts this before each source line that it shows.
constexpr std::size_t Indent = 4;

/// The `File "main.py", line 3` of a traceback, without its message yet.
std::optional<Diagnostic> takePythonPlace(std::string_view line) {
    constexpr std::string_view Middle = "\", line ";
    const std::size_t middle = line.find(Middle);
    if (middle == std::string_view::npos || !line.starts_with("  File \"")) {
        return std::nullopt;
    }
    std::string_view number = line.substr(middle + Middle.size());
    const std::optional<int> lineNumber = takeNumber(number, "");
    if (!lineNumber || !number.empty()) {
        return std::nullopt;
    }
    takePrefix(line, "  File \"");
    const std::string_view file = line.substr(0, line.find(Middle));
    return Diagnostic{plainName(file), *lineNumber, 0, "error", ""};
}

std::string_view sourceLine(const CompilerOutput& output, const Diagnostic& diagnostic) {
    const auto source = std::ranges::find(output.sources, diagnostic.file, &SourceFile::name);
    if (source == output.sources.end() || diagnostic.line < 1) {
        return {};
    }
    std::string_view rest = source->content;
    for (int line = 1; line < diagnostic.line; ++line) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            return {};
        }
        rest.remove_prefix(end + 1);
    }
    return rest.substr(0, rest.find('\n'));
}

/// Python shows its lines without it.
std::size_t indentation(const CompilerOutput& output, const Diagnostic& diagnostic) {
    const std::string_view line = sourceLine(output, diagnostic);
    return std::min(line.find_first_not_of(" \t\f"), line.size());
}

} // namespace

/// A place, at most a source line and a caret line, and the line that names the error: "SyntaxError: invalid syntax".
std::optional<Diagnostic> parsePython(const CompilerOutput& output, std::size_t at) {
    std::optional<Diagnostic> found = takePythonPlace(output.line(at));
    for (std::size_t i = at + 1; found && i <= at + 3; ++i) {
        const std::string_view line = output.line(i);
        if (const auto caret = static_cast<std::size_t>(caretColumn(line)); caret > 0) {
            const std::size_t shown = caret - std::min(caret, Indent);
            found->column = static_cast<int>(std::max<std::size_t>(shown, 1) + indentation(output, *found));
        } else if (!line.empty() && line.front() != ' ') {
            found->message = line;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
