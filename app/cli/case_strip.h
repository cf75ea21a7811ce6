// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "judge/report/report.h"

#include <vector>

namespace grindstone::cli {

/// The style in which a verdict is written, on a strip or as a word. None is a case without an answer.
Style styleOf(std::optional<judge::Verdict> verdict);

/// Draws a letter for each case, in rows by the folder that the cases are in, and below it what the letters mean:
///
///     sample  AA
///     secret  AAAW----
///     A Accepted  W Wrong answer  - not run
void drawCaseStrip(Canvas& canvas, const std::vector<judge::CaseResult>& cases, int width);

} // namespace grindstone::cli
