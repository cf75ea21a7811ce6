// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/core/store/stored_submission.h"

#include <vector>

namespace grindstone::cli {

/// A line each: id, when (local time), verdict, cases, time, memory, language, problem.
void drawSubmissions(Canvas& canvas, const std::vector<core::StoredSubmission>& submissions);

/// All that is kept of one, its code last.
void drawSubmission(Canvas& canvas, const core::StoredSubmission& submission);

} // namespace grindstone::cli
