// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"

namespace grindstone::judge {

/// A package's program that talks with a submission's and judges it. Plain value.
struct Interactor {
    CheckerProgram program;
    CheckerAllowance allowance;
};

} // namespace grindstone::judge
