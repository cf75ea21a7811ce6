// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "judge/report/report.h"

namespace grindstone::cli {

/// The points of a scored problem's groups, a line each; nothing where there are no scores.
void drawScores(Canvas& canvas, const judge::Report& report);

} // namespace grindstone::cli
