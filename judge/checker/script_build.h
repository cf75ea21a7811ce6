// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_program.h"

namespace grindstone::judge {

/// Whether a program brings its own `build` or `run`, which the package format lets it.
bool hasScript(const std::vector<SourceFile>& sources);

/// Runs `build` in a box, on a copy of the program's files, where there is one; the `run` that is there then is the
/// program. Fails with "checker.not-compiled", as the box does, and with "judge.cancelled".
Result<BuiltProgram> buildByScript(const PackageProgram& program, const std::vector<SourceFile>& sources, BoxSlot& slot,
                                   std::stop_token stop);

} // namespace grindstone::judge
