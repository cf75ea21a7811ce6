// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/engine/submission.h"

#include <vector>

namespace grindstone::judge {

/// All files of a package's program, sorted, `__main__.py` and what else is called so before the others: those of its
/// folder, or the one file and the headers beside it, or the files that it lists, in that order; constants filled in.
/// Hidden files are left out. Fails with "checker.unreadable": a link that leads out of the program's root or nowhere,
/// something that is neither a file nor a folder, more than 200 files or 16 MiB, or nothing at all.
Result<std::vector<SourceFile>> loadCheckerSources(const PackageProgram& program);

/// True for the name of a file that others include: "testlib.h".
bool isHeader(const std::filesystem::path& path);

/// Testlib for sources that include testlib.h and call registerTestlibCmd, comments left out of account; otherwise
/// Icpc.
CheckerKind tellKind(const std::vector<SourceFile>& sources);

} // namespace grindstone::judge
