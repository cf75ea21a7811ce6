// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line "key: value" or "key[condition,condition]: value" of the first comment is ours when the key is all lower-case
// letters and hyphens; every other line is prose for the reader. A key that nobody knows is an error: a mistyped
// expectation would otherwise expect nothing.
#include "tests/hostile/case_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace grindstone::hostile {

namespace {

constexpr std::array Keys{"attempt",     "expect",         "output",          "never",         "blocked", "survivors",
                          "brings-back", "keeps-back",     "cpu-at-least-ms", "cpu-ms",        "wall-ms", "memory-mib",
                          "output-kib",  "file-space-kib", "processes",       "single-cpu",    "input",   "input-pipe",
                          "roles",       "binary",         "arguments",       "may-bring-back"};
constexpr std::array Conditions{"full", "full-v1", "no-cgroup", "no-namespaces", "root", "ordinary"};
constexpr std::array Suffixes{".c", ".cpp", ".py", ".java", ".js", ".sh"};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    const std::size_t last = text.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// What stands behind the comment's mark; nothing when the line is no comment.
std::optional<std::string_view> commentText(std::string_view line) {
    for (const std::string_view mark : {"//", "#"}) {
        if (line.starts_with(mark) && !line.starts_with("#include") && !line.starts_with("#define")) {
            return trimmed(line.substr(mark.size()));
        }
    }
    return std::nullopt;
}

template<typename List> bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isKeyLetter(char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        parts.emplace_back(trimmed(text.substr(start, end - start)));
        start = end + 1;
    }
    return parts;
}

} // namespace

std::vector<std::string> words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    return {std::istream_iterator<std::string>(stream), {}};
}

std::vector<std::string> alternatives(std::string_view text) {
    return split(text, '|');
}

Error CaseFile::error(int number, const std::string& detail) const {
    return {"hostile.case", m_file.string() + ":" + std::to_string(number) + ": " + detail};
}

Result<void> CaseFile::readLine(std::string_view line, int number) {
    const auto keyEnd = std::find_if_not(line.begin(), line.end(), isKeyLetter);
    const std::string key(line.begin(), keyEnd);
    std::string_view rest = line.substr(key.size());
    Line read{key, {}, {}};
    if (rest.starts_with('[')) {
        const std::size_t end = std::min(rest.find(']'), rest.size() - 1);
        for (std::string& condition : split(rest.substr(1, end - 1), ',')) {
            read.conditions.insert(std::move(condition));
        }
        rest.remove_prefix(end + 1);
    }
    if (key.empty() || !rest.starts_with(':') || (rest.size() > 1 && rest[1] != ' ')) {
        return {};
    }
    if (!contains(Keys, key)) {
        return fail(error(number, "nobody knows the key " + key));
    }
    read.value = trimmed(rest.substr(1));
    m_lines.push_back(std::move(read));
    return {};
}

Result<void> CaseFile::readCourse() {
    if (const auto text = value("roles", {})) {
        const std::vector<std::string> parts = words(*text);
        if (parts.size() != 3 || (parts[1] != "then" && parts[1] != "beside") || parts[0] == parts[2]) {
            return fail(error(1, "roles are two different words with 'then' or 'beside' between them"));
        }
        m_course = parts[1] == "then" ? Course::Then : Course::Beside;
        m_roles = {parts[0], parts[2]};
    }
    for (const Line& line : m_lines) {
        for (const std::string& condition : line.conditions) {
            if (!contains(Conditions, condition) && !contains(m_roles, condition)) {
                return fail(error(1, "there is no condition '" + condition + "'"));
            }
        }
    }
    return {};
}

Result<CaseFile> CaseFile::parse(const std::filesystem::path& file, std::string_view text) {
    CaseFile read;
    read.m_file = file;
    std::istringstream stream{std::string(text)};
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        const auto comment = commentText(line);
        if (!comment) {
            break;
        }
        TRY(read.readLine(*comment, ++number));
    }
    TRY(read.readCourse());
    for (const std::string& role : read.m_roles) {
        for (const char* key : {"attempt", "expect"}) {
            if (!read.has(key, {role})) {
                return fail(read.error(1, std::string("no line '") + key + ":'"));
            }
        }
    }
    return read;
}

Result<CaseFile> CaseFile::read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    return parse(file, text);
}

std::string CaseFile::title() const {
    return m_file.parent_path().filename().string() + "/" + m_file.stem().string();
}

std::vector<std::string> CaseFile::lines(std::string_view key, const Situation& situation) const {
    const Situation* chosen = nullptr;
    for (const Line& line : m_lines) {
        if (line.key == key && std::ranges::includes(situation, line.conditions)) {
            chosen = &line.conditions;
        }
    }
    std::vector<std::string> found;
    for (const Line& line : m_lines) {
        if (chosen != nullptr && line.key == key && line.conditions == *chosen) {
            found.push_back(line.value);
        }
    }
    return found;
}

std::optional<std::string> CaseFile::value(std::string_view key, const Situation& situation) const {
    std::vector<std::string> found = lines(key, situation);
    return found.empty() ? std::nullopt : std::optional(std::move(found.back()));
}

Result<std::vector<CaseFile>> readCases(const std::filesystem::path& folder) {
    std::vector<CaseFile> cases;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && contains(Suffixes, entry.path().extension().string())) {
            cases.push_back(TRY(CaseFile::read(entry.path())));
        }
    }
    std::ranges::sort(cases, {}, &CaseFile::title);
    return cases;
}

} // namespace grindstone::hostile
