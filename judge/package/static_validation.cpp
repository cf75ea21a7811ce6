// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/static_validation.h"

#include "judge/package/case_settings.h"
#include "judge/package/package_checkers.h"
#include "judge/package/package_files.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* ProgramFolder = "static_validator";
constexpr std::size_t MostGroups = 1000;

/// Where a test_group.yaml may define a static validation test case, in the order of judging.
Result<std::vector<std::string>> possibleGroups(const PackageFolder& folder) {
    std::vector<std::string> groups;
    std::error_code error;
    for (fs::directory_iterator entry(folder.root() / "data/secret", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string group = "data/secret/" + entry->path().filename().string();
        if (isPermittedName(entry->path().filename().string()) && folder.exists(group + "/test_group.yaml")) {
            groups.push_back(group);
        }
        if (groups.size() > MostGroups) {
            return fail("package.invalid", "data/secret: more than 1,000 test groups; make them fewer");
        }
    }
    std::ranges::sort(groups);
    groups.insert(groups.begin(), {"data/sample", "data/secret"});
    return groups;
}

Result<void> readGroup(const PackageFolder& folder, const std::string& group, Problem& problem) {
    constexpr std::size_t DataPrefix = 5;
    const std::string file = group + "/test_group.yaml";
    const YamlReader reader(file);
    const YamlValue yaml = TRY(loadPackageYaml(folder, file));
    const YamlValue* score = yaml.find("static_validation_score");
    const YamlValue* arguments = yaml.find("static_validator_args");
    if (score == nullptr) {
        if (arguments != nullptr) {
            problem.warnings.push_back(reader.place(arguments->line) +
                                       "static_validator_args has no effect without static_validation_score");
        }
        return {};
    }
    StaticCase found{group.substr(DataPrefix), {}};
    if (arguments != nullptr) {
        found.arguments = TRY(readCommandLine(reader, *arguments, "static_validator_args", problem.constants));
    }
    if (!problem.staticValidator) {
        return reader.invalid(*score,
                              "static_validation_score wants a program in static_validator/, and there is none; "
                              "add it, or remove this line");
    }
    problem.staticCases.push_back(std::move(found));
    return {};
}

} // namespace

Result<void> readStaticValidation(const PackageFolder& folder, Problem& problem) {
    if (folder.hasEntries(ProgramFolder)) {
        problem.staticValidator = TRY(findProgram(folder, ProgramFolder));
        problem.staticValidator->constants = problem.constants;
    }
    for (const std::string& group : TRY(possibleGroups(folder))) {
        TRY(readGroup(folder, group, problem));
    }
    if (problem.staticValidator && problem.staticCases.empty()) {
        problem.warnings.push_back("static_validator/: not used, since no test_group.yaml has a "
                                   "static_validation_score");
    }
    return {};
}

} // namespace grindstone::judge
