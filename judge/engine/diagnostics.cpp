// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics.h"

#include "judge/engine/diagnostics/output.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

constexpr std::size_t MostDiagnostics = 200;
/// Of hostile output no more is looked at; the whole of it is shown all the same.
constexpr std::size_t MostLines = 20000;
constexpr std::size_t LongestLine = 4000;

/// The more particular come first.
constexpr std::array<DiagnosticParser, 10> Parsers{parsePython, parseRustc,     parseEsbuild, parseOcaml,
                                                   parseLinker, parseGcc,       parsePhp,     parseParenthesized,
                                                   parseNode,   parsePlainPlace};

/// Without the sequences that colour text on a terminal.
std::string withoutColours(std::string_view text) {
    std::string plain;
    for (std::size_t escape = text.find("\x1b["); escape != std::string_view::npos; escape = text.find("\x1b[")) {
        plain += text.substr(0, escape);
        const std::size_t end = std::min(text.find_first_not_of("0123456789;:?", escape + 2), text.size());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    plain += text;
    return plain;
}

std::vector<std::string_view> splitLines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < MostLines) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, std::min(end, LongestLine));
        line.remove_suffix(line.ends_with('\r') ? 1 : 0);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::optional<Diagnostic> parseAt(const CompilerOutput& output, std::size_t at) {
    for (const DiagnosticParser parse : Parsers) {
        if (std::optional<Diagnostic> found = parse(output, at); found && !found->message.empty()) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Diagnostic> parseDiagnostics(std::string_view text, const std::vector<SourceFile>& sources) {
    const std::string plain = withoutColours(text);
    const CompilerOutput output{splitLines(plain), sources};
    std::vector<Diagnostic> diagnostics;
    for (std::size_t i = 0; i < output.lines.size() && diagnostics.size() < MostDiagnostics; ++i) {
        if (std::optional<Diagnostic> found = parseAt(output, i)) {
            found->message = toValidUtf8(found->message);
            found->file = toValidUtf8(found->file);
            diagnostics.push_back(*std::move(found));
        }
    }
    return diagnostics;
}

} // namespace grindstone::judge
