// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/companion.h"

#include "judge/package/package_folder.h"
#include "judge/package/written_package.h"
#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

using nlohmann::json;

namespace {

constexpr std::size_t LargestText = 16 << 20;
constexpr int DeepestNesting = 32;
constexpr std::size_t MostTests = 1000;
constexpr double LongestMilliseconds = 86'400'000;
constexpr double MostMemory = 1 << 20;
constexpr std::size_t LongestSlug = 60;

/// Whether lists and objects in it lie deeper in one another than is read: what is parsed is also destroyed, level by
/// level.
bool isTooDeep(const std::string& text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > DeepestNesting) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

std::string slugOf(const std::string& name) {
    std::string slug;
    for (const char c : name) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
            slug += small;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    slug.resize(std::min(slug.size(), LongestSlug));
    while (!slug.empty() && slug.back() == '-') {
        slug.pop_back();
    }
    return slug.empty() ? "problem" : slug;
}

class CompanionReader {
public:
    CompanionReader(std::string fileName, const json& root) : m_fileName(std::move(fileName)), m_root(root) {}

    Result<CompanionProblem> read();

private:
    Result<std::string> text(const json& holder, const std::string& place, const char* key, bool needed) const;
    Result<std::optional<double>> number(const char* key, double most, const char* unit) const;
    Result<void> checkStream(const char* key, const char* stream) const;
    Result<void> checkKind() const;
    Result<void> readTests();
    Result<void> readLimits();
    tl::unexpected<Error> invalid(const std::string& reason) const {
        return fail("package.invalid", m_fileName + ": " + reason);
    }
    tl::unexpected<Error> unsupported(const std::string& reason) const {
        return fail("package.unsupported", m_fileName + ": " + reason);
    }

    const std::string m_fileName;
    const json& m_root;
    CompanionProblem m_problem;
};

Result<CompanionProblem> CompanionReader::read() {
    if (!m_root.is_object()) {
        return invalid("this is no object of Competitive Companion's; give the JSON of one problem, as the extension "
                       "sends it");
    }
    m_problem.name = TRY(text(m_root, "", "name", true));
    m_problem.group = TRY(text(m_root, "", "group", false));
    m_problem.url = TRY(text(m_root, "", "url", false));
    m_problem.slug = slugOf(m_problem.name);
    TRY(checkKind());
    TRY(readLimits());
    TRY(readTests());
    return std::move(m_problem);
}

Result<std::string> CompanionReader::text(const json& holder, const std::string& place, const char* key,
                                          bool needed) const {
    const auto value = holder.find(key);
    if (value == holder.end() || value->is_null()) {
        return needed ? Result<std::string>(invalid(place + key + " is missing; write a text")) : std::string();
    }
    if (!value->is_string()) {
        return invalid(place + key + " is no text; write one, in quotation marks");
    }
    return value->get<std::string>();
}

Result<std::optional<double>> CompanionReader::number(const char* key, double most, const char* unit) const {
    const auto value = m_root.find(key);
    if (value == m_root.end() || value->is_null()) {
        return std::optional<double>();
    }
    const double number = value->is_number() ? value->get<double>() : 0;
    if (!(number > 0 && number <= most)) {
        return invalid(std::string(key) + " is no number of " + unit + " above 0 and not above " +
                       std::to_string(static_cast<std::uint64_t>(most)) + "; write one, or leave it out");
    }
    return std::optional(number);
}

Result<void> CompanionReader::checkKind() const {
    const auto interactive = m_root.find("interactive");
    if (interactive != m_root.end() && interactive->is_boolean() && interactive->get<bool>()) {
        return unsupported("this problem is interactive, and its interactor is only where it comes from; solve it "
                           "there");
    }
    TRY(checkStream("input", "stdin"));
    return checkStream("output", "stdout");
}

Result<void> CompanionReader::checkStream(const char* key, const char* stream) const {
    const auto value = m_root.find(key);
    if (value == m_root.end() || !value->is_object()) {
        return {};
    }
    const std::string type = TRY(text(*value, std::string(key) + ".", "type", false));
    if (!type.empty() && type != stream) {
        return unsupported(std::string(key) + ".type is \"" + shownPath(cutUtf8(type, 80)) +
                           "\"; only problems with \"" + stream + "\" can be judged");
    }
    return {};
}

Result<void> CompanionReader::readLimits() {
    if (const auto time = TRY(number("timeLimit", LongestMilliseconds, "milliseconds"))) {
        m_problem.timeLimit = std::ceil(*time) / 1000;
    }
    if (const auto memory = TRY(number("memoryLimit", MostMemory, "megabytes"))) {
        m_problem.memoryMib = static_cast<unsigned>(std::ceil(*memory));
    }
    return {};
}

Result<void> CompanionReader::readTests() {
    const auto tests = m_root.find("tests");
    if (tests == m_root.end() || !tests->is_array() || tests->empty()) {
        return invalid("there are no tests; a problem needs at least one in \"tests\"");
    }
    if (tests->size() > MostTests) {
        return invalid("more than 1000 tests; remove some");
    }
    for (std::size_t i = 0; i < tests->size(); ++i) {
        const json& test = (*tests)[i];
        const std::string place = "tests[" + std::to_string(i) + "].";
        if (!test.is_object()) {
            return invalid("tests[" + std::to_string(i) + "] is no object; write {\"input\": …, \"output\": …}");
        }
        const std::string input = TRY(text(test, place, "input", true));
        const std::string output = TRY(text(test, place, "output", true));
        m_problem.samples.push_back({input, output});
    }
    return {};
}

/// As Markdown's code, in one line, so that nothing in it means anything.
std::string literal(const std::string& text) {
    std::string plain;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        plain += byte < 0x20 || byte == 0x7f ? ' ' : c == '`' ? '\'' : c;
    }
    return "`" + plain + "`";
}

std::string statementOf(const CompanionProblem& problem) {
    std::string text = "Only the examples of this problem are here. Its statement is where it comes from";
    text += problem.group.empty() ? "" : ", " + literal(problem.group);
    text += problem.url.empty() ? "." : ":\n\n" + literal(problem.url);
    return text + "\n";
}

} // namespace

Result<CompanionProblem> readCompanion(const std::string& fileName, const std::string& text) {
    const std::string shown = shownPath(fileName);
    if (text.size() > LargestText) {
        return fail("package.invalid", shown + ": larger than 16 MiB; a text of this kind is far smaller, so look what "
                                               "it holds");
    }
    const json root = isTooDeep(text) ? json(json::value_t::discarded) : json::parse(text, nullptr, false);
    if (root.is_discarded()) {
        return fail("package.invalid", shown + ": not valid JSON; get it from Competitive Companion again");
    }
    return CompanionReader(shown, root).read();
}

Result<void> writeCompanionPackage(const CompanionProblem& problem, const std::filesystem::path& target) {
    const WrittenPackage package(target);
    TRY(package.writeDescription({problem.name, problem.timeLimit, problem.memoryMib}));
    TRY(package.write("statement/problem.en.md", statementOf(problem)));
    const std::size_t width = std::to_string(problem.samples.size()).size();
    for (std::size_t i = 0; i < problem.samples.size(); ++i) {
        const std::string digits = std::to_string(i + 1);
        const std::string name = "data/sample/" + std::string(width - digits.size(), '0') + digits;
        TRY(package.write(name + ".in", problem.samples[i].input));
        TRY(package.write(name + ".ans", problem.samples[i].answer));
    }
    return {};
}

Result<void> convertCompanion(const std::string& fileName, const std::string& text,
                              const std::filesystem::path& target) {
    return writeCompanionPackage(TRY(readCompanion(fileName, text)), target);
}

} // namespace grindstone::judge
