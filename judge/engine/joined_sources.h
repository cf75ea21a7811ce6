// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language.h"
#include "judge/report/report.h"

#include <vector>

namespace grindstone::judge {

/// A submission with the files that its problem includes, as they are compiled together.
struct JoinedSources {
    std::vector<SourceFile> sources;  ///< the submission's, with those of the package in their place and after them
    std::vector<SourceFile> includes; ///< the package's alone, for the program's working folder
    std::string givenName;            ///< of the one file that had to be renamed; empty: there is none
    std::string joinedName;           ///< its name in `sources`
};

/// Joins what the problem includes for this language, constants filled in. An included file takes the place of a
/// submitted one of its name, by the package format; but a submission of a single file, of which nothing would be left
/// then, is renamed. Fails with "include.unreadable", for more than 32 MiB too.
Result<JoinedSources> joinIncludes(const Problem& problem, const Language& language,
                                   const std::vector<SourceFile>& sources);

/// Puts the person's own file name back where compiling needed another.
void restoreName(const JoinedSources& joined, CompileResult& result);

} // namespace grindstone::judge
