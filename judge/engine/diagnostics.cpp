// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace grindstone::judge {

namespace {

constexpr std::size_t MostDiagnostics = 200;
/// Python puts this before each source line that it shows.
constexpr std::size_t PythonIndent = 4;

std::vector<std::string_view> splitLines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string plainName(std::string_view name) {
    for (const std::string_view prefix : {std::string_view("/work/"), std::string_view("./")}) {
        if (name.starts_with(prefix)) {
            name.remove_prefix(prefix.size());
        }
    }
    return std::string(name);
}

/// Takes "12:" from the front of `text`.
std::optional<int> takeNumber(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || length == text.size() || text[length] != ':' || number < 0) {
        return std::nullopt;
    }
    text.remove_prefix(length + 1);
    return number;
}

/// "severity: message" after the place.
bool takeSeverity(std::string_view text, Diagnostic& diagnostic) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> Severities{
        {{" fatal error: ", "error"}, {" error: ", "error"}, {" warning: ", "warning"}, {" note: ", "note"}}};
    for (const auto& [words, severity] : Severities) {
        if (text.starts_with(words)) {
            diagnostic.severity = severity;
            diagnostic.message = text.substr(words.size());
            return true;
        }
    }
    return false;
}

std::optional<Diagnostic> parseGccLine(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) {
        return std::nullopt;
    }
    Diagnostic diagnostic;
    diagnostic.file = plainName(line.substr(0, colon));
    std::string_view rest = line.substr(colon + 1);
    const std::optional<int> number = takeNumber(rest);
    if (!number) {
        return std::nullopt;
    }
    diagnostic.line = *number;
    diagnostic.column = takeNumber(rest).value_or(0);
    return takeSeverity(rest, diagnostic) ? std::optional(diagnostic) : std::nullopt;
}

/// "main.cpp:(.text+0x9): undefined reference to `f()'", perhaps after "/usr/bin/ld: ".
std::optional<Diagnostic> parseLinkerLine(std::string_view line) {
    const std::size_t reason = line.find("): undefined reference to ");
    const std::size_t section = line.find(":(");
    if (reason == std::string_view::npos || section == std::string_view::npos || section > reason) {
        return std::nullopt;
    }
    std::string_view file = line.substr(0, section);
    if (const std::size_t blank = file.rfind(' '); blank != std::string_view::npos) {
        file.remove_prefix(blank + 1);
    }
    return Diagnostic{plainName(file), 0, 0, "error", std::string(line.substr(reason + 3))};
}

/// The `File "main.py", line 3` of a traceback, without its message yet.
std::optional<Diagnostic> parsePythonPlace(std::string_view line) {
    constexpr std::string_view Start = "  File \"";
    constexpr std::string_view Middle = "\", line ";
    const std::size_t middle = line.find(Middle);
    if (!line.starts_with(Start) || middle == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string number = std::string(line.substr(middle + Middle.size())) + ":";
    std::string_view digits = number;
    const std::optional<int> lineNumber = takeNumber(digits);
    if (!lineNumber) {
        return std::nullopt;
    }
    return Diagnostic{plainName(line.substr(Start.size(), middle - Start.size())), *lineNumber, 0, "error", ""};
}

std::size_t indentation(const std::vector<SourceFile>& sources, const Diagnostic& diagnostic) {
    const auto source = std::ranges::find(sources, diagnostic.file, &SourceFile::name);
    if (source == sources.end()) {
        return 0;
    }
    const std::vector<std::string_view> lines = splitLines(source->content);
    if (diagnostic.line < 1 || static_cast<std::size_t>(diagnostic.line) > lines.size()) {
        return 0;
    }
    const std::string_view line = lines[static_cast<std::size_t>(diagnostic.line) - 1];
    return std::min(line.find_first_not_of(" \t\f"), line.size());
}

bool isCaretLine(std::string_view line) {
    return line.find('^') != std::string_view::npos && line.find_first_not_of(" ^") == std::string_view::npos;
}

/// Reads on from a place to the line that names the error: "SyntaxError: invalid syntax". Python has at most a source
/// line and a caret line between them.
void completePython(Diagnostic& diagnostic, const std::vector<std::string_view>& lines, std::size_t next,
                    const std::vector<SourceFile>& sources) {
    for (const std::size_t end = std::min(next + 3, lines.size()); next < end; ++next) {
        const std::string_view line = lines[next];
        if (isCaretLine(line)) {
            const std::size_t caret = line.find('^');
            const std::size_t shown = caret - std::min(caret, PythonIndent);
            diagnostic.column = static_cast<int>(shown + indentation(sources, diagnostic) + 1);
        } else if (!line.empty() && line.front() != ' ') {
            diagnostic.message = line;
            return;
        }
    }
}

} // namespace

std::vector<Diagnostic> parseDiagnostics(std::string_view output, const std::vector<SourceFile>& sources) {
    const std::vector<std::string_view> lines = splitLines(output);
    std::vector<Diagnostic> diagnostics;
    for (std::size_t i = 0; i < lines.size() && diagnostics.size() < MostDiagnostics; ++i) {
        std::optional<Diagnostic> found = parseGccLine(lines[i]);
        if (!found) {
            found = parseLinkerLine(lines[i]);
        }
        if (!found && (found = parsePythonPlace(lines[i]))) {
            completePython(*found, lines, i + 1, sources);
        }
        if (found && !found->message.empty()) {
            diagnostics.push_back(*std::move(found));
        }
    }
    return diagnostics;
}

} // namespace grindstone::judge
