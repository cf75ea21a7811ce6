// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// What a compiler wrote, as parsers look at it.
struct CompilerOutput {
    std::vector<std::string_view> lines;
    const std::vector<SourceFile>& sources; ///< under their names in the box

    /// Empty behind the last one.
    std::string_view line(std::size_t index) const { return index < lines.size() ? lines[index] : std::string_view(); }
    bool isSource(std::string_view name) const;
};

/// A diagnostic that begins at line `at`, or nothing. Parsers may look at some lines behind it.
using DiagnosticParser = std::optional<Diagnostic> (*)(const CompilerOutput& output, std::size_t at);

// One a file of the same name.
std::optional<Diagnostic> parseEsbuild(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseGcc(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseLinker(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseNode(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseOcaml(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseParenthesized(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parsePhp(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parsePlainPlace(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parsePython(const CompilerOutput& output, std::size_t at);
std::optional<Diagnostic> parseRustc(const CompilerOutput& output, std::size_t at);

/// The name without the folder that it has in the box.
std::string plainName(std::string_view name);

/// Takes digits and then `end` from the front of `text`; leaves it alone when there is something else.
std::optional<int> takeNumber(std::string_view& text, std::string_view end);

bool takePrefix(std::string_view& text, std::string_view prefix);

/// "file:line: " or "file:line:column: " from the front, up to the last colon; the rest is left in `text`.
std::optional<Diagnostic> takePlace(std::string_view& text);

/// The column, from 1, of the first caret of a line that has nothing else but blanks and marks; 0 for other lines.
int caretColumn(std::string_view line);

std::string_view withoutBlanks(std::string_view text);

} // namespace grindstone::judge
