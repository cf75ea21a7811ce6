// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"
#include "judge/problem/generation.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A case as a package says that it is made.
struct MadeCase {
    CaseRecipe recipe;            ///< indices are those of PlannedData
    std::filesystem::path input;  ///< a file of the package that is copied; with Input::File
    std::filesystem::path answer; ///< the same with Answer::File
};

/// A program or a solution as a package names it.
struct PlannedProgram {
    std::string name;               ///< "generators/gen.py", below the package's folder
    std::vector<std::string> files; ///< that it is made of, below the package's folder, where it isn't what lies there
    std::string place;              ///< "FILE:LINE: ", where it is named first
};

/// What a package's data folder holds beside the files that lie there, as a file of the package describes it. Cases by
/// their path without suffix ("data/secret/group1/03"), other files by their path.
struct PlannedData {
    static constexpr std::size_t MostCases = 100'000;

    std::map<std::string, MadeCase> cases;
    std::map<std::string, YamlValue> settings;          ///< "data/secret/test_group.yaml" and the like
    std::map<std::string, std::set<std::string>> names; ///< in each folder
    std::string source;                                 ///< the file that says all this; empty: there is none
    bool answersAll = false;                            ///< answers that are missing are made by the solution
    std::vector<PlannedProgram> programs;
    std::vector<PlannedProgram> solutions;
    std::optional<std::size_t> solution; ///< the usual one; none: whatever was accepted

    void addFolder(const std::string& path);
    void addCase(const std::string& base, MadeCase made);
    void addSettings(const std::string& file, YamlValue value);

    bool has(const std::string& path) const; ///< a file or a folder
    bool hasFolder(const std::string& path) const { return names.contains(path); }
    const MadeCase* findCase(const std::string& base) const;
    const YamlValue* findSettings(const std::string& file) const;
    /// The index of a program, which is added where it isn't known.
    static std::size_t indexOf(std::vector<PlannedProgram>& programs, PlannedProgram program);

private:
    void addName(const std::string& path);
};

} // namespace grindstone::judge
