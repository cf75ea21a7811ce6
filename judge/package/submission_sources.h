// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"

namespace grindstone::judge {

/// The sources of a submission that the problem's package brings along, `path` being its file or folder below the
/// package ("submissions/accepted/a.cpp"). Other than in what a person hands in, links within the package are followed,
/// and {{name}} of a constant is replaced. Fails with "package.invalid" or "package.unreadable" for a bad link or file,
/// and as checkSources() does; the problem's limit of code goes for what lies in the package, constants not yet filled
/// in.
Result<std::vector<SourceFile>> loadPackageSources(const Problem& problem, const std::string& path);

} // namespace grindstone::judge
