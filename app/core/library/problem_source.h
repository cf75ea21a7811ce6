// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_function.h"

#include <filesystem>
#include <vector>

namespace grindstone::core {

/// Loads the installed problems. The packs are looked through when the first one is asked for, and again when one isn't
/// there. Fails as Library::find() and Library::load() do.
ProblemSource problemsIn(std::vector<std::filesystem::path> packRoots);

} // namespace grindstone::core
