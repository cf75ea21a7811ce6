// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// The sources under the names that they get in the box. A single file gets the language's name for it, so that the
/// person's own file name can't matter; its extension stays when it is one of the language's.
std::vector<SourceFile> nameForBox(const Language& language, const std::vector<SourceFile>& sources);

/// The names that the compiler is given, the entry first: `__main__.py`, or a file called as the language wants it, or
/// so but for its extension, or the first with the usual extension. The other files only lie beside them. No name
/// starts like an option or an argument file.
std::vector<std::string> sourceNames(const Language& language, const std::vector<SourceFile>& named);

/// The language with another start than by its own rule: a file of the submission, or a class. Unchanged for none.
Language startingAt(const std::string& entrypoint, Language language);

/// Whether a file's extension is one of the language's.
bool isSourceOf(const Language& language, const std::string& name);

/// The class that starts the program, with its package; empty for languages that have none.
std::string mainClass(const Language& language, const std::vector<SourceFile>& named);

} // namespace grindstone::judge
