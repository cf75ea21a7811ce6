// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/test_tree_reader.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The cases of data/sample, then those of data/secret, each in the order of judging: a folder's cases and folders by
/// name. They have the settings that their folders' and their own YAML files give them; `tree` is led along. Cases that
/// the package makes are among them, and `recipes` then says what of them has to be made: a file that is there is never
/// replaced. Fails with
/// "package.invalid" (no cases, a case without its answer, a bad link, bad settings), "package.unreadable" or
/// "package.unsupported".
Result<std::vector<TestCase>> readTestData(const PackageFolder& folder, const ProblemMetadata& metadata,
                                           TestTreeReader& tree, std::vector<CaseRecipe>& recipes,
                                           std::vector<std::string>& warnings);

} // namespace grindstone::judge
