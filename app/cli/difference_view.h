// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/cli/excerpt.h"
#include "judge/compare/explanation.h"

namespace grindstone::cli {

/// Expected and own line one above the other, around the place that `why` names, and a mark below what differs.
void drawDifference(Canvas& canvas, const judge::Explanation& why, const ReadAt& answer, const ReadAt& output,
                    int width);

} // namespace grindstone::cli
