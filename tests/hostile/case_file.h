// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::hostile {

/// The words that hold for one run: the tier's code, "root" or "ordinary", and the role of the program in a pair.
using Situation = std::set<std::string, std::less<>>;

/// How the runs of a case belong together.
enum class Course {
    Alone,  ///< one run
    Then,   ///< two in the same box, one after the other
    Beside, ///< two in two boxes at once
};

/// A hostile program and what its first comment says: what it tries, and how that must end. README.md has the keys.
class CaseFile {
public:
    /// Fails with "hostile.case", naming the file and the line, when the comment isn't as it must be.
    static Result<CaseFile> read(const std::filesystem::path& file);
    static Result<CaseFile> parse(const std::filesystem::path& file, std::string_view text);

    const std::filesystem::path& file() const { return m_file; }
    /// The folder and the file's name without suffix: "memory/calloc".
    std::string title() const;

    Course course() const { return m_course; }
    /// One for each run; empty words for Course::Alone.
    const std::vector<std::string>& roles() const { return m_roles; }

    /// The lines of a key. Where it stands with several conditions, those of the last that hold all.
    std::vector<std::string> lines(std::string_view key, const Situation& situation) const;
    /// The last of them.
    std::optional<std::string> value(std::string_view key, const Situation& situation) const;
    bool has(std::string_view key, const Situation& situation) const { return !lines(key, situation).empty(); }

private:
    struct Line {
        std::string key;
        Situation conditions;
        std::string value;
    };

    Result<void> readLine(std::string_view line, int number);
    Result<void> readCourse();
    Error error(int number, const std::string& detail) const;

    std::filesystem::path m_file;
    std::vector<Line> m_lines;
    Course m_course = Course::Alone;
    std::vector<std::string> m_roles{""};
};

/// All cases below a folder, in the order of their titles.
Result<std::vector<CaseFile>> readCases(const std::filesystem::path& folder);

/// The words of a text, separated by white space.
std::vector<std::string> words(std::string_view text);
/// The parts of "a | b | c".
std::vector<std::string> alternatives(std::string_view text);

} // namespace grindstone::hostile
