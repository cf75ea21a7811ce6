// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/outcome.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What a checker had to say beside its judgement: bytes as it wrote them, without the blanks around, cut at 64 KiB.
struct CheckerFeedback {
    std::string judgeMessage;          ///< for who may see the whole case: it may tell the answer
    std::string teamMessage;           ///< for the person, whatever they may see of the case
    std::optional<double> score;       ///< kept, and not taken into account by a problem that is passed or failed
    std::optional<double> scoreFactor; ///< of the case's maximum (2025-09)
    std::string badScore;              ///< what is wrong with a score that cannot be read; empty: nothing
    bool points = false;               ///< a checker of testlib's gave points, and neither accepted nor rejected
};

/// The files that a checker leaves for its next run, in the next pass of a case. Null: there are none.
using FeedbackFiles = std::shared_ptr<const std::vector<sandbox::CollectedFile>>;

} // namespace grindstone::judge
