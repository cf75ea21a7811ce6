// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "judge/verify/verified_package.h"

#include <vector>

namespace grindstone::cli {

/// Draws a line for each submission of a package: what it is, what it should get, what it got, its slowest case and
/// most memory; below it what went wrong, and the scores of groups. Names give way where `width` columns are too few.
void drawSubmissionTable(Canvas& canvas, const std::vector<judge::VerifiedSubmission>& submissions, int width);

} // namespace grindstone::cli
