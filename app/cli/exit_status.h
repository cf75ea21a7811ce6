// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace grindstone::cli {

/// What scripts see of a command. Part of the contract: never renumbered.
enum class ExitStatus {
    Success = 0,     ///< accepted, or all went as expected
    NotAccepted = 1, ///< judged, and not accepted
    WrongUsage = 2,
    Failure = 3, ///< judge error, or the command could not do its work
};

/// The graver of two: a failure among several submissions is the whole command's status.
constexpr ExitStatus graver(ExitStatus a, ExitStatus b) {
    return static_cast<ExitStatus>(std::max(static_cast<int>(a), static_cast<int>(b)));
}

} // namespace grindstone::cli
