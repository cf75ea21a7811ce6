// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_statements.h"

#include "judge/package/language_tag.h"
#include "judge/package/statement_files.h"

#include <algorithm>
#include <map>

namespace grindstone::judge {

namespace {

std::optional<StatementFormat> formatOf(const std::string& type) {
    static const std::map<std::string, StatementFormat> Formats{{"application/x-tex", StatementFormat::Latex},
                                                                {"text/html", StatementFormat::Html},
                                                                {"application/pdf", StatementFormat::Pdf}};
    const auto found = Formats.find(type);
    return found == Formats.end() ? std::nullopt : std::optional(found->second);
}

/// Packages name more than they bring along: PDF and HTML are only in the large ones.
std::vector<Statement> statementsThere(const PackageFolder& folder, const PolygonDescription& description,
                                       std::vector<std::string>& warnings) {
    std::vector<Statement> statements;
    for (const PolygonStatement& named : description.statements) {
        const auto format = formatOf(named.type);
        const auto language = languageTag(named.language);
        if (!format || !language || !folder.exists(named.path)) {
            continue;
        }
        const Result<std::filesystem::path> path = folder.resolveFile(named.path);
        if (!path) {
            warnings.push_back(path.error().detail);
            continue;
        }
        Statement statement;
        statement.language = *language;
        statement.format = *format;
        statement.path = *path;
        statements.push_back(std::move(statement));
    }
    return statements;
}

std::map<std::string, std::string> titlesOf(const PolygonDescription& description) {
    std::map<std::string, std::string> titles;
    for (const PolygonName& name : description.names) {
        if (const auto language = languageTag(name.language)) {
            titles.try_emplace(*language, name.value);
        }
    }
    return titles;
}

} // namespace

std::vector<Statement> findPolygonStatements(const PackageFolder& folder, const PolygonDescription& description,
                                             std::vector<std::string>& warnings) {
    std::vector<Statement> statements = statementsThere(folder, description, warnings);
    if (statements.empty()) {
        statements = findStatements(folder, warnings);
    }
    std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
        return std::pair(a.language, a.format) < std::pair(b.language, b.format);
    });
    applyTitles(titlesOf(description), statements);
    return statements;
}

} // namespace grindstone::judge
