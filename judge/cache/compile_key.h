// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// What a compilation's outcome depends on, as 64 hexadecimal digits: the sources with their names, the language's way
/// of compiling, the tools, and the memory that compiling may use. `language` is equipped (see equip()).
std::string compileKey(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources,
                       Bytes memory);

/// What a preparation's outcome depends on: the language's way of preparing, and the tools.
std::string prepareKey(const Language& language, const std::string& tool);

} // namespace grindstone::judge
