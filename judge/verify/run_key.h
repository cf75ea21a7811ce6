// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verify/submission_run.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace grindstone::judge {

/// A digest of all in a package that may count when its submissions are judged: every file but those of statements, of
/// submissions, and hidden ones. Files that cannot be read count as absent: judging will tell. Empty after a stop
/// request.
std::string packageDigest(const std::filesystem::path& package, std::stop_token stop);

/// What the checks of a package's data depend on.
std::string dataKey(const std::string& packageDigest, const Problem& problem, const std::string& version);

/// What the outcome of a task depends on, as 64 hexadecimal digits: the package, the cases that are run and their
/// limits, the sources, the language with its tools as they are on this machine, and this program's `version`. Empty
/// when the language has no tools here.
std::string runKey(const std::string& packageDigest, const SubmissionTask& task, const std::string& version);

} // namespace grindstone::judge
