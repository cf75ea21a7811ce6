// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "judge/problem/problem.h"

#include <stop_token>
#include <string>
#include <vector>

namespace grindstone::cli {

/// Does once, when a package is imported, what its programs are needed for: makes the cases that it leaves to them, and
/// infers its time limit where it names none, from its accepted submissions; the limit is kept with the package.
/// Returns what went wrong, English; that is no reason against the import.
std::vector<std::string> completePackage(const judge::Problem& problem, Session& session, std::stop_token stop);

} // namespace grindstone::cli
