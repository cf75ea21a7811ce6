// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/cli/report_view.h"
#include "judge/report/report.h"

namespace grindstone::cli {

/// Draws how one case went, as much as its visibility allows: the sentence, the input, expected and own output side
/// by side around the first difference, and the error output.
void drawCase(Canvas& canvas, const judge::CaseResult& one, const judge::EffectiveLimits& limits,
              const ReportViewOptions& options);

} // namespace grindstone::cli
