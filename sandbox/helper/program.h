// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/seccomp_policy.h"
#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"

#include <vector>

namespace grindstone::sandbox::helper {

/// All that the last steps before a foreign program need.
struct ProgramPlan {
    LaunchSpec spec;
    UniqueFd standardInput; ///< none: /dev/null
    UniqueFd standardOutput;
    UniqueFd standardError;
    std::vector<UniqueFd> cgroupProcs; ///< written to in order to enter the run's cgroups; none without cgroups
    unsigned boxNumber = 0;            ///< chooses the CPU of a singleCpu run
};

/// Turns the calling process, a fresh child of the run's init, into the program: enters the cgroups, wires the standard
/// streams, sets rlimits, drops every privilege, loads the filter and executes. Returns only when a step failed.
Prepared<> becomeProgram(const ProgramPlan& plan, const SeccompPolicy& policy);

} // namespace grindstone::sandbox::helper
