// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"
#include "judge/verify/finding_collector.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What data of a package is there for.
enum class CaseUse {
    Judged,        ///< sample and secret
    InvalidInput,  ///< at least one input validator has to reject it
    InvalidOutput, ///< the output validator has to reject the output
    ValidOutput,   ///< the output validator has to accept the output
};

/// Data that a package's validators are run on. Plain value.
struct ValidationCase {
    std::string base;       ///< "data/secret/03"
    std::string inputName;  ///< what findings call the input: "data/secret/03.in", "tests/03"
    std::string answerName; ///< the same for the answer
    CaseUse use = CaseUse::Judged;
    std::filesystem::path input;
    std::filesystem::path answer;       ///< empty for InvalidInput
    std::filesystem::path output;       ///< of tests of the output validator, and of a sample that shows one
    std::vector<std::string> arguments; ///< of the submission
    std::vector<PackageFile> files;     ///< the same
    ComparatorSpec comparator;
};

/// The cases of a problem that are there (those yet to be generated are left out), then what lies in
/// `data/invalid_input`, `data/invalid_output` and `data/valid_output`, or those names with an "s". Bad files become
/// findings and are left out.
std::vector<ValidationCase> listValidationCases(const Problem& problem, const PackageFolder& folder,
                                                FindingCollector& findings);

} // namespace grindstone::judge
