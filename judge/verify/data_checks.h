// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/program_runner.h"
#include "judge/package/finding.h"
#include "judge/problem/problem.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace grindstone::judge {

/// How many pieces of data have been checked, of how many.
struct DataProgress {
    std::size_t done = 0;
    std::size_t total = 0;
};

/// What the checks of data may use.
struct DataAllowance {
    CheckerAllowance inputValidators; ///< one run of an input validator; an output validator has the problem's limits
    unsigned overruns = 3;            ///< so many times a validator may not end in time, then it is run no more
};

/// Called from the judge's threads, one call at a time.
using DataProgressSink = std::function<void(const DataProgress&)>;

/// Runs the package's own validators on its data. Input validators have to accept every input, and one of them each
/// that is to be rejected; output validators (or the comparators that are built in) have to accept the answers and
/// `valid_output`, and to reject `invalid_output` and what is no output at all. Each validator is compiled once; data
/// that several groups share is looked at once. `problem` is complete: its generated cases are made, or are left out.
/// Sorted; of each kind of finding the first fifty and a count. What hinders the checks themselves (no sandbox, say) is
/// an Error of the package as a whole. A stop request ends it early.
std::vector<Finding> checkData(const Problem& problem, const std::filesystem::path& package, ProgramRunner& programs,
                               std::stop_token stop, const DataProgressSink& progress = {},
                               const DataAllowance& allowance = {});

} // namespace grindstone::judge
