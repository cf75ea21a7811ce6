// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::cli {

/// Whether a submission's path ("submissions/accepted/a.cpp") matches a shell pattern, with or without
/// "submissions/". "*" also stands for "/".
bool matchesFilter(const std::string& pattern, const std::string& path);

/// Fails with "usage.wrong" when the pattern matches no submission of these packages, naming some that there are. A
/// package whose submissions cannot be read is passed over: verifying it will tell.
Result<void> checkFilter(const std::string& pattern, const std::vector<std::filesystem::path>& packages);

} // namespace grindstone::cli
