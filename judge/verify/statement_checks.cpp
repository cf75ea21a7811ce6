// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/statement_checks.h"

#include <algorithm>
#include <map>
#include <set>

namespace grindstone::judge {

namespace {

constexpr const char* Statements = "statements";
constexpr const char* File = "problem.yaml";

/// "en", "fil", "pt-BR".
bool isLanguageCode(std::string_view text) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string_view language = text.substr(0, text.find('-'));
    const std::string_view country = text.substr(std::min(text.size(), language.size() + 1));
    const bool hasCountry = text.size() > language.size();
    return (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, lower) &&
           (!hasCountry || (country.size() == 2 && std::ranges::all_of(country, upper)));
}

bool isStatementType(std::string_view extension) {
    return extension == "md" || extension == "tex" || extension == "pdf";
}

class StatementChecker {
public:
    StatementChecker(const std::vector<PackageEntry>& entries, const YamlValue& yaml, PackageFormat format,
                     FindingCollector& findings)
        : m_entries(entries), m_yaml(yaml), m_format(format), m_findings(findings) {}

    void check() {
        for (const char* folder : {"statement/", "problem_statement/"}) {
            for (const PackageEntry* entry : entriesIn(m_entries, folder)) {
                checkFile(*entry);
            }
        }
        if (m_format == PackageFormat::Current && !m_languages.empty()) {
            compareNames();
        }
    }

private:
    void checkFile(const PackageEntry& entry);
    void compareNames();
    void warn(const std::string& file, unsigned line, std::string what) {
        m_findings.add(Statements, {Severity::Warning, shownPath(file), line, std::move(what)});
    }

    const std::vector<PackageEntry>& m_entries;
    const YamlValue& m_yaml;
    const PackageFormat m_format;
    FindingCollector& m_findings;
    std::map<std::string, std::string> m_languages; ///< of statements, and one of the files
};

/// Files that aren't called "problem.…" belong to statements: pictures, say.
void StatementChecker::checkFile(const PackageEntry& entry) {
    std::string_view name = entry.name();
    if (entry.isFolder() || !name.starts_with("problem.")) {
        return;
    }
    name.remove_prefix(std::string_view("problem.").size());
    const std::size_t dot = name.rfind('.');
    const std::string_view extension = name.substr(dot == std::string_view::npos ? 0 : dot + 1);
    const std::string language(name.substr(0, dot == std::string_view::npos ? 0 : dot));
    if (!isStatementType(extension)) {
        return warn(entry.path, 0, "ignored, since a statement is called problem.LANGUAGE.tex, .md or .pdf; rename it");
    }
    if (language.empty()) {
        m_languages.emplace("en", entry.path);
        if (m_format == PackageFormat::Current) {
            warn(entry.path, 0,
                 "the name holds no language, so English is assumed; call it problem.en." + std::string(extension));
        }
        return;
    }
    m_languages.emplace(language, entry.path);
    if (!isLanguageCode(language)) {
        warn(entry.path, 0, "\"" + shownPath(language) + "\" is no code of a language; write such as en, fil or pt-BR");
    }
}

/// A name that is no map is the English one.
void StatementChecker::compareNames() {
    const YamlValue* name = m_yaml.find("name");
    if (name == nullptr || name->isNull()) {
        return;
    }
    std::map<std::string, unsigned> names{{"en", name->line}};
    if (name->kind == YamlValue::Kind::Map) {
        names.clear();
        for (const YamlEntry& entry : name->entries) {
            names.emplace(entry.key, entry.line);
            if (!isLanguageCode(entry.key)) {
                warn(File, entry.line,
                     "name." + entry.key +
                         ": this is no code of a language; write such as en, fil "
                         "or pt-BR");
            }
        }
    }
    for (const auto& [language, file] : m_languages) {
        if (!names.contains(language)) {
            warn(file, 0,
                 "the problem has no name in this language; add \"" + shownPath(language) +
                     "\" to name in problem.yaml");
        }
    }
    for (const auto& [language, line] : names) {
        if (!m_languages.contains(language)) {
            warn(File, line,
                 "there is a name in \"" + shownPath(language) + "\" and no statement; write one, or remove the name");
        }
    }
}

} // namespace

void checkStatements(const std::vector<PackageEntry>& entries, const YamlValue& yaml, PackageFormat format,
                     FindingCollector& findings) {
    StatementChecker(entries, yaml, format, findings).check();
}

} // namespace grindstone::judge
