// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "judge/verify/verified_package.h"

#include <vector>

namespace grindstone::cli {

/// Draws what was found about a package: its name and time limit, what is wrong in it with file and line, and a table
/// of its submissions that keeps to `width` columns.
///
///     hello  problemsets/hello
///       2025-09, time limit 1 s as the package has it
///       warning  problem.yaml:3: …
///
///              submission      language  wanted  verdict   time   memory
///       ok     accepted/a.cpp  cpp       AC      AC       12 ms  3.4 MiB
void drawVerified(Canvas& canvas, const judge::VerifiedPackage& verified, int width);

/// Draws the last line: how many packages and submissions there were, and how many are right.
void drawVerifiedSum(Canvas& canvas, const std::vector<judge::VerifiedPackage>& packages);

} // namespace grindstone::cli
