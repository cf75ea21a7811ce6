// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace grindstone::judge {

/// What a judge says of a test case or a submission.
enum class Verdict {
    Accepted,
    WrongAnswer,
    TimeLimit,
    MemoryLimit,
    OutputLimit,
    RuntimeError,
    CompileError,
    JudgeError, ///< ours or the package's fault, never the person's
    Skipped,    ///< not run, because an earlier case failed
    Partial,    ///< accepted, with a score below the maximum
};

/// "AC", "WA", "TLE", "MLE", "OLE", "RE", "CE", "JE", "SK", "PA": as in reports.
std::string_view code(Verdict verdict);

/// The verdict with this code, if there is one.
std::optional<Verdict> findVerdict(std::string_view code);

} // namespace grindstone::judge
