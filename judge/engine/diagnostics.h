// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/report/report.h"

#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Finds the places that a compiler complains about: as GCC, Clang, javac, rustc, Go, Python, Node, esbuild and some
/// others write them (a parser each in diagnostics/). `sources` have the names that they have in the box; they tell the
/// files of the submission from other names, and Python's columns. At most 200, of any bytes whatever.
std::vector<Diagnostic> parseDiagnostics(std::string_view output, const std::vector<SourceFile>& sources);

} // namespace grindstone::judge
