// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The cases of data/sample, then those of data/secret, each in lexicographic order of their names, with the settings
/// that their folders' and their own YAML files give them. Fails with "package.invalid" (no cases, a case without its
/// answer, a bad link, bad settings), "package.unreadable" or "package.unsupported" (command-line arguments, files for
/// the program to open).
Result<std::vector<TestCase>> readTestData(const PackageFolder& folder, const ProblemMetadata& metadata,
                                           std::vector<std::string>& warnings);

} // namespace grindstone::judge
