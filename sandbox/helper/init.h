// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/program.h"
#include "sandbox/helper/watch.h"

#include <optional>

namespace grindstone::sandbox::helper {

/// What the keeper hands to the init of a run.
struct RunPlan {
    ProgramPlan program;
    std::optional<CgroupFigures> figures;
    int boxSocket = -1; ///< the judge's; init reads Stop from it and answers with Finished or SetupFailed
};

/// Does the work of PID 1 of a run, from mounting to the answer. Returns the process's exit status: 0 when an answer
/// was sent.
int runInit(RunPlan plan, const SeccompPolicy& policy);

} // namespace grindstone::sandbox::helper
