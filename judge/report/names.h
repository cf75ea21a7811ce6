// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/problem/problem.h"
#include "sandbox/capabilities.h"
#include "sandbox/outcome.h"

#include <string_view>

namespace grindstone::judge {

/// The words for values of a report in JSON and in the history. They never change.
std::string_view name(Mode mode);                    ///< "run", "submit"
std::string_view name(LimitSource source);           ///< "package", "inferred", "default"
std::string_view name(Visibility visibility);        ///< "shown", "input", "verdict"
std::string_view name(sandbox::MemorySource source); ///< "cgroup2", "cgroup1", "rusage"
std::string_view name(sandbox::LimitHit limit);      ///< "cpu", "wall", "memory", "output"; empty for none

} // namespace grindstone::judge
