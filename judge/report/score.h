// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verdict.h"

#include <optional>
#include <string>

namespace grindstone::judge {

/// How one group of cases went.
struct GroupResult {
    std::string name;               ///< "secret/group1"
    std::optional<Verdict> verdict; ///< Partial where the score lies below the maximum, Skipped where it was not judged
    std::optional<double> score;
    std::optional<double> maxScore; ///< none: unbounded, or not known
};

} // namespace grindstone::judge
