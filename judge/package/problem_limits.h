// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/yaml_value.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The warning of a package that names no time limit.
inline constexpr const char* AssumedTimeLimit = "problem.yaml: there is no limits.time_limit; 1 second is assumed";

/// The limits of problem.yaml; for the time, also what judges of the legacy format read (`.timelimit`, then
/// `domjudge-problem.ini`), and what is kept with an imported package (see inferred_limits.h). Fails with
/// "package.invalid".
Result<ProblemLimits> readLimits(const PackageFolder& folder, const YamlValue& yaml,
                                 std::vector<std::string>& warnings);

/// A value of `domjudge-problem.ini` (`key='value'`), nothing if there is no such file or key.
Result<std::optional<std::string>> readIniValue(const PackageFolder& folder, const std::string& key);

} // namespace grindstone::judge
