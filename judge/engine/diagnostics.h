// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/report/report.h"

#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Finds the places that a compiler complains about: lines as GCC and Clang write them ("file:line:column: severity:
/// message"), linker lines about undefined references, and Python's `File "x", line n` with its caret. `sources` are
/// needed for Python's column, because Python shows its lines without their indentation. At most 200.
std::vector<Diagnostic> parseDiagnostics(std::string_view output, const std::vector<SourceFile>& sources);

} // namespace grindstone::judge
