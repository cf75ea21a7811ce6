// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "judge/report/report.h"

namespace grindstone::cli {

struct ReportViewOptions {
    int width = 80;    ///< columns
    bool full = false; ///< don't cut texts
};

/// "Accepted", "Stopped", "Ran to its end": the verdict, or what there is instead of one.
QString outcomeName(const judge::Report& report);

/// Draws a report for a person: verdict, strip of cases, time and memory against the limits, and what the first
/// failure was; for a compile error all that the compiler said.
void drawReport(Canvas& canvas, const judge::JudgeRequest& request, const judge::Report& report,
                const ReportViewOptions& options);

} // namespace grindstone::cli
