// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <QString>

#include <vector>

namespace grindstone::core {

/// A sample as a statement shows it, for both kinds of readers.
struct SampleText {
    QString html;
    QString markdown;
};

/// The problem's samples in order, numbered from 1, with translated headings, and with the arguments and files that a
/// program gets. `<case>.in.statement`, `.ans.statement` and `.out` stand in for the data where the package has them,
/// and an `.interaction` for all of it. Of an interactive problem only these are shown. Each text is cut at 64 KiB and
/// says so; after fifty samples one entry tells how many there are. Fails with "file.unreadable".
Result<std::vector<SampleText>> loadSamples(const judge::Problem& problem);

} // namespace grindstone::core
