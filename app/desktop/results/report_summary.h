// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/theme/colours.h"
#include "judge/report/report.h"

#include <QString>

namespace grindstone::desktop {

/// What the banner says of a report.
struct Summary {
    Tone tone = Tone::Neutral;
    QString word;    ///< "Wrong answer"
    QString detail;  ///< "14 of 20 passed"
    QString message; ///< what failed, and what to do about it; judge errors only
};

Summary summarize(const judge::Report& report);

} // namespace grindstone::desktop
