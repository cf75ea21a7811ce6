// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/limits.h"
#include "sandbox/outcome.h"

#include <optional>

namespace grindstone::sandbox::helper {

/// How a run came to its end: by its first process's own, or stopped by us.
struct RunEnd {
    std::optional<int> status; ///< of the first process, as wait() gives it; nothing while it lived
    bool stopped = false;
    LimitHit limit = LimitHit::None; ///< what it was stopped for; None: called off
};

/// Puts it into the outcome, whose figures are there already.
void describe(const RunEnd& end, const Limits& limits, Outcome& outcome);

} // namespace grindstone::sandbox::helper
