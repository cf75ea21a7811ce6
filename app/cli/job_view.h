// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/core/judging/job.h"

namespace grindstone::cli {

/// A line for each: number, problem, language, and what has become of it.
void drawJobs(Canvas& canvas, const std::vector<core::JobView>& jobs);

} // namespace grindstone::cli
