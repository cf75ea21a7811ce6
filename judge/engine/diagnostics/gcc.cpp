// SPDX-License-Identifier: GPL-3.0-or-later
//
// "file:line:column: severity: message", as GCC, Clang, Kotlin and GHC write it. javac has no column there, but shows
// the line with a caret below. GHC often puts the message on lines of its own.
#include "judge/engine/diagnostics/output.h"

#include <array>
#include <utility>

namespace grindstone::judge {

namespace {

bool takeSeverity(std::string_view text, Diagnostic& diagnostic) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> Severities{
        {{" fatal error:", "error"}, {" error:", "error"}, {" warning:", "warning"}, {" note:", "note"}}};
    for (const auto& [words, severity] : Severities) {
        if (takePrefix(text, words) && (text.empty() || text.front() == ' ')) {
            diagnostic.severity = severity;
            diagnostic.message = withoutBlanks(text);
            return true;
        }
    }
    return false;
}

bool startsAnother(std::string_view line) {
    return takePlace(line).has_value();
}

/// javac's message may take some lines, then come the source line and the caret.
int columnBelow(const CompilerOutput& output, std::size_t at) {
    constexpr std::size_t LookAhead = 8;
    for (std::size_t i = at + 1; i <= at + LookAhead && !startsAnother(output.line(i)); ++i) {
        if (const int column = caretColumn(output.line(i)); column > 0) {
            return column;
        }
    }
    return 0;
}

std::string messageBelow(const CompilerOutput& output, std::size_t at) {
    std::string_view message = withoutBlanks(output.line(at + 1));
    takePrefix(message, "• ");
    return std::string(message);
}

} // namespace

std::optional<Diagnostic> parseGcc(const CompilerOutput& output, std::size_t at) {
    std::string_view rest = output.line(at);
    std::optional<Diagnostic> found = takePlace(rest);
    if (!found || !takeSeverity(rest, *found)) {
        return std::nullopt;
    }
    if (found->message.empty()) {
        found->message = messageBelow(output, at);
    }
    if (found->column == 0 && found->file.ends_with(".java")) {
        found->column = columnBelow(output, at);
    }
    return found;
}

} // namespace grindstone::judge
