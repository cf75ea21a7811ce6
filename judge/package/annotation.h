// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"
#include "judge/package/package_folder.h"
#include "judge/package/verdict_set.h"

#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What a jury's submission says of itself in a comment: `@EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT` or
/// `@EXPECTED_SCORE@: 40`.
struct Annotation {
    std::string file; ///< below the package
    unsigned line = 0;
    VerdictSet results; ///< empty: it names none
    std::optional<double> score;
};

/// Looks into a submission's first 64 KiB of each file, in the order of their names, for the first one that has an
/// annotation. Files that cannot be read have none. `path` is the submission's, below the package.
std::optional<Annotation> findAnnotation(const PackageFolder& package, const std::string& path,
                                         std::vector<Finding>& findings);

/// The same for one file's text.
std::optional<Annotation> readAnnotation(std::string_view text, const std::string& file,
                                         std::vector<Finding>& findings);

} // namespace grindstone::judge
