// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/annotation.h"

#include "judge/compare/decimal.h"
#include "judge/report/capture.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostText = 64 << 10;
constexpr std::size_t MostFiles = 200;
constexpr std::string_view Results = "@EXPECTED_RESULTS@:";
constexpr std::string_view Score = "@EXPECTED_SCORE@:";

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::size_t findInAnyCase(std::string_view text, std::string_view word, std::size_t from = 0) {
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
                                   word.begin(), word.end(), [](char a, char b) { return upper(a) == upper(b); });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view Blanks = " \t\r\f\v";
    const std::size_t first = text.find_first_not_of(Blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(Blanks) - first + 1);
}

/// What ends a comment behind an annotation, in the languages that have such ends.
std::string_view withoutCommentEnd(std::string_view text) {
    for (const std::string_view end : {"*/", "-->", "*)", "-}", "\"\"\"", "'''", "]]"}) {
        text = text.substr(0, text.find(end));
    }
    return trimmed(text);
}

unsigned lineAt(std::string_view text, std::size_t offset) {
    return 1 + static_cast<unsigned>(std::ranges::count(text.substr(0, offset), '\n'));
}

/// The rest of the line behind a mark, nothing where the text has no such mark.
std::optional<std::string_view> valueOf(std::string_view text, std::string_view mark, unsigned& line) {
    const std::size_t found = findInAnyCase(text, mark);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    line = lineAt(text, found);
    const std::string_view rest = text.substr(found + mark.size());
    return withoutCommentEnd(trimmed(rest.substr(0, rest.find('\n'))));
}

VerdictSet readResults(std::string_view list, const Annotation& annotation, std::vector<Finding>& findings) {
    VerdictSet results;
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        const VerdictSet verdicts = verdictsOf(trimmed(item));
        results = results | verdicts;
        if (verdicts.empty()) {
            findings.push_back({Severity::Warning, annotation.file, annotation.line,
                                "@EXPECTED_RESULTS@ names \"" + shownPath(std::string(trimmed(item).substr(0, 80))) +
                                    "\", which is no result; write CORRECT, WRONG-ANSWER, TIMELIMIT, RUN-ERROR, "
                                    "NO-OUTPUT, OUTPUT-LIMIT or COMPILER-ERROR"});
        }
    }
    return results;
}

void warnOfSecond(std::string_view text, std::string_view mark, const std::string& file,
                  std::vector<Finding>& findings) {
    const std::size_t first = findInAnyCase(text, mark);
    const std::size_t second = findInAnyCase(text, mark, first + mark.size());
    if (first != std::string_view::npos && second != std::string_view::npos) {
        findings.push_back({Severity::Warning, file, lineAt(text, second),
                            std::string(mark.substr(0, mark.size() - 1)) +
                                " stands here a second time; only the first one counts, so keep one"});
    }
}

/// The file's beginning; empty where it cannot be read.
std::string beginningOf(const fs::path& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    const bool readable = file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
    return readable ? readAt(file.get(), 0, MostText) : std::string();
}

/// Links are not followed: a submission's folder holds none.
std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator() && files.size() < MostFiles; entry.increment(error)) {
        std::error_code ignored;
        if (fs::is_regular_file(entry->symlink_status(ignored))) {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

std::optional<Annotation> readAnnotation(std::string_view text, const std::string& file,
                                         std::vector<Finding>& findings) {
    text = text.substr(0, MostText);
    Annotation annotation{file, 0, {}, {}};
    if (const auto list = valueOf(text, Results, annotation.line)) {
        annotation.results = readResults(*list, annotation, findings);
        warnOfSecond(text, Results, file, findings);
    }
    unsigned line = 0;
    if (const auto value = valueOf(text, Score, line)) {
        annotation.line = annotation.line == 0 ? line : annotation.line;
        annotation.score = parseDecimal(std::string(*value));
        if (!annotation.score || !std::isfinite(*annotation.score)) {
            annotation.score.reset();
            findings.push_back({Severity::Warning, file, line, "@EXPECTED_SCORE@ is no number; write one"});
        }
        warnOfSecond(text, Score, file, findings);
    }
    return annotation.results.empty() && !annotation.score ? std::nullopt : std::optional(annotation);
}

std::optional<Annotation> findAnnotation(const PackageFolder& package, const std::string& path,
                                         std::vector<Finding>& findings) {
    const Result<fs::path> real = package.resolve(path);
    std::error_code error;
    if (!real) {
        return std::nullopt;
    }
    if (!fs::is_directory(*real, error)) {
        return readAnnotation(beginningOf(*real), path, findings);
    }
    for (const fs::path& file : filesBelow(*real)) {
        const std::string name = path + "/" + file.lexically_relative(*real).string();
        if (const auto annotation = readAnnotation(beginningOf(file), shownPath(name), findings)) {
            return annotation;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
