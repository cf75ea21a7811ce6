// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace grindstone::cli {

/// The whole of `grind`: understands the arguments (the first is the program's name), does what they ask, and returns
/// the status to exit with.
int runApplication(std::span<char* const> arguments);

} // namespace grindstone::cli
