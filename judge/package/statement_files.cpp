// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/statement_files.h"

#include "judge/text/utf8.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

std::optional<StatementFormat> formatOf(const std::string& extension) {
    if (extension == ".md") {
        return StatementFormat::Markdown;
    }
    if (extension == ".tex") {
        return StatementFormat::Latex;
    }
    return extension == ".pdf" ? std::optional(StatementFormat::Pdf) : std::nullopt;
}

bool isLanguage(const std::string& text) {
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    return text.size() >= 2 && text.size() <= 8 && std::ranges::all_of(text, isPart);
}

/// "problem.en.md" → en, Markdown; "problem.tex" → en, LaTeX; nothing for other files.
std::optional<Statement> statementOf(const fs::path& name) {
    const auto format = formatOf(name.extension().string());
    const fs::path stem = name.stem();
    if (!format || stem.stem() != "problem") {
        return std::nullopt;
    }
    const std::string language = stem.has_extension() ? stem.extension().string().substr(1) : "en";
    return isLanguage(language) ? std::optional(Statement{language, *format, {}}) : std::nullopt;
}

std::vector<fs::path> namesIn(const fs::path& folder) {
    std::vector<fs::path> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename());
    }
    std::ranges::sort(names);
    return names;
}

void addStatements(const PackageFolder& folder, const fs::path& below, std::vector<Statement>& statements,
                   std::vector<std::string>& warnings) {
    for (const fs::path& name : namesIn(folder.root() / below)) {
        std::optional<Statement> statement = statementOf(name);
        if (!statement) {
            continue;
        }
        const Result<fs::path> path = folder.resolveFile(below / name);
        if (path) {
            statement->path = *path;
            statements.push_back(*std::move(statement));
        } else {
            warnings.push_back(path.error().detail);
        }
    }
}

/// What follows `marker` in a text, up to one of `ends`.
std::optional<std::string> textAfter(const std::string& text, const std::string& marker, const char* ends) {
    const std::size_t at = text.find(marker);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    const std::size_t begin = text.find_first_not_of(" \t", at + marker.size());
    return begin == std::string::npos ? std::nullopt
                                      : std::optional(text.substr(begin, text.find_first_of(ends, begin) - begin));
}

std::string titleOf(const fs::path& latex) {
    constexpr std::size_t Enough = 64 * 1024;
    std::string text(Enough, '\0');
    std::ifstream file(latex, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    const auto plain = textAfter(text, "%% plainproblemname:", "\r\n");
    return toValidUtf8(plain ? *plain : textAfter(text, "\\problemname{", "}\r\n").value_or(""));
}

} // namespace

std::vector<Statement> findStatements(const PackageFolder& folder, std::vector<std::string>& warnings) {
    std::vector<Statement> statements;
    for (const char* below : {"statement", "problem_statement", ""}) {
        if (statements.empty()) {
            addStatements(folder, below, statements, warnings);
        }
    }
    if (statements.empty()) {
        warnings.push_back("statement: there is no statement; write one into statement/problem.en.md");
    }
    std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
        return std::pair(a.language, a.format) < std::pair(b.language, b.format);
    });
    return statements;
}

std::string findTitle(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
        std::string title = statement.format == StatementFormat::Latex ? titleOf(statement.path) : std::string();
        if (!title.empty()) {
            return title;
        }
    }
    return {};
}

} // namespace grindstone::judge
