// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/core/judging/toolchain_survey.h"

namespace grindstone::cli {

/// A line for each language: its version, or why it doesn't work and which package to install.
void drawSurvey(Canvas& canvas, const std::vector<core::SurveyedLanguage>& survey);

} // namespace grindstone::cli
