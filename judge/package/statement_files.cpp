// SPDX-License-Identifier: GPL-3.0-or-later
// Where real packages put their statements:
//   statement/problem.LANG.EXT, problem_statement/problem.LANG.EXT      both versions of the format
//   problem_statement/problem.EXT                                       legacy: English
//   statement/LANG/problem.EXT, statements/LANGUAGE/problem.EXT         a folder for each language
//   statements/.html/LANGUAGE/problem.html, statements/.pdf/…           what Polygon makes of them
//   problem.pdf, problem.html, problem.txt, SLUG.pdf, statement.pdf     beside problem.yaml: DOMjudge, exports
//   statement/ANYTHING.pdf                                              where nothing has a better name
#include "judge/package/statement_files.h"

#include "judge/package/language_tag.h"
#include "judge/package/statement_title.h"
#include "judge/text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <optional>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostEntries = 10'000;
constexpr const char* DefaultLanguage = "en";
constexpr std::array Folders{"statement", "problem_statement", "statements", "statements/.html", "statements/.pdf"};

std::optional<StatementFormat> formatOf(const fs::path& file) {
    static const std::map<std::string, StatementFormat> Formats{
        {".md", StatementFormat::Markdown}, {".markdown", StatementFormat::Markdown}, {".tex", StatementFormat::Latex},
        {".html", StatementFormat::Html},   {".htm", StatementFormat::Html},          {".txt", StatementFormat::Text},
        {".pdf", StatementFormat::Pdf}};
    const auto found = Formats.find(asciiLower(file.extension().string()));
    return found == Formats.end() ? std::nullopt : std::optional(found->second);
}

std::vector<fs::path> namesIn(const fs::path& folder) {
    std::vector<fs::path> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end && names.size() < MostEntries;
         entry.increment(error)) {
        names.push_back(entry->path().filename());
    }
    std::ranges::sort(names);
    return names;
}

class StatementFinder {
public:
    StatementFinder(const PackageFolder& folder, std::vector<std::string>& warnings)
        : m_folder(folder), m_warnings(warnings) {}

    std::vector<Statement> find() {
        for (const char* below : Folders) {
            addNamed(below, DefaultLanguage);
            addLanguageFolders(below);
        }
        if (m_statements.empty()) {
            addNamed("", DefaultLanguage);
        }
        for (const char* below : Folders) {
            if (m_statements.empty()) {
                addAny(below);
            }
        }
        return std::move(m_statements);
    }

private:
    /// "problem.en.md" → en; "problem.tex" → what stands for no language; nothing for other names.
    std::optional<std::string> languageOf(const fs::path& name, const std::string& otherwise) const {
        const fs::path stem = name.stem();
        const std::string whole = asciiLower(stem.string());
        const std::string base = asciiLower(stem.stem().string());
        const auto isProblem = [this](const std::string& text) {
            return text == "problem" || text == "statement" || text == asciiLower(m_folder.slug());
        };
        if (isProblem(whole)) {
            return otherwise;
        }
        return isProblem(base) ? languageTag(stem.extension().string().substr(1)) : std::nullopt;
    }

    void addNamed(const fs::path& below, const std::string& otherwise) {
        for (const fs::path& name : namesIn(m_folder.root() / below)) {
            const auto format = formatOf(name);
            const auto language = format ? languageOf(name, otherwise) : std::nullopt;
            if (language) {
                add(below / name, *language, *format);
            }
        }
    }

    void addLanguageFolders(const fs::path& below) {
        for (const fs::path& name : namesIn(m_folder.root() / below)) {
            std::error_code error;
            const auto language = languageTag(name.string());
            const Result<fs::path> inside = language ? m_folder.resolve(below / name) : fail("package.invalid", "");
            if (inside && fs::is_directory(*inside, error)) {
                addNamed(below / name, *language);
            }
        }
    }

    /// Whatever could be shown. Plain texts beside something else are notes.
    void addAny(const fs::path& below) {
        for (const bool texts : {false, true}) {
            for (const fs::path& name : namesIn(m_folder.root() / below)) {
                const auto format = formatOf(name);
                const bool tried = languageOf(name, DefaultLanguage).has_value();
                if (format && !tried && m_statements.empty() && (*format == StatementFormat::Text) == texts) {
                    const fs::path stem = name.stem();
                    const std::string last = stem.has_extension() ? stem.extension().string().substr(1) : stem.string();
                    add(below / name, languageTag(last).value_or(DefaultLanguage), *format);
                }
            }
        }
    }

    void add(const fs::path& file, const std::string& language, StatementFormat format) {
        const Result<fs::path> path = m_folder.resolveFile(file);
        if (path) {
            m_statements.push_back({language, format, *path});
        } else {
            m_warnings.push_back(path.error().detail);
        }
    }

    const PackageFolder& m_folder;
    std::vector<std::string>& m_warnings;
    std::vector<Statement> m_statements;
};

std::string titleOf(const Statement& statement) {
    constexpr std::size_t Enough = 64 * 1024;
    if (statement.format != StatementFormat::Latex) {
        return {};
    }
    std::string text(Enough, '\0');
    std::ifstream file(statement.path, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return titleOfLatex(text);
}

} // namespace

std::vector<Statement> findStatements(const PackageFolder& folder, std::vector<std::string>& warnings) {
    std::vector<Statement> statements = StatementFinder(folder, warnings).find();
    if (statements.empty()) {
        warnings.push_back("statement: there is no statement; write one into statement/problem.en.md");
    }
    std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
        return std::pair(a.language, a.format) < std::pair(b.language, b.format);
    });
    for (Statement& statement : statements) {
        statement.title = titleOf(statement);
    }
    return statements;
}

std::string findTitle(const std::vector<Statement>& statements) {
    const auto isEnglish = [](const Statement& one) { return one.language == "en" && !one.title.empty(); };
    auto chosen = std::ranges::find_if(statements, isEnglish);
    if (chosen == statements.end()) {
        chosen = std::ranges::find_if(statements, [](const Statement& one) { return !one.title.empty(); });
    }
    return chosen == statements.end() ? std::string() : chosen->title;
}

void applyTitles(const std::map<std::string, std::string>& names, std::vector<Statement>& statements) {
    for (Statement& statement : statements) {
        if (const auto name = names.find(statement.language); name != names.end()) {
            statement.title = name->second;
        }
    }
}

} // namespace grindstone::judge
