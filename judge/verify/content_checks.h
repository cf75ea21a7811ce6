// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "judge/verify/package_listing.h"

#include <stop_token>

namespace grindstone::judge {

/// Text files of a package that have line ends of Windows, a byte-order mark or no line end at their end, which the
/// format forbids. Reads test data, statements and settings once from end to end, in pieces; a file that holds a NUL
/// byte is no text.
void checkTexts(const PackageFolder& folder, const std::vector<PackageEntry>& entries, FindingCollector& findings,
                const std::stop_token& stop);

/// Test cases that give a program the same input, command line and files. Data that several groups share by links is
/// meant to be the same.
void checkDuplicates(const Problem& problem, FindingCollector& findings, const std::stop_token& stop);

} // namespace grindstone::judge
