// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/completion.h"

namespace grindstone::cli {

/// What `option` may be given where `typed` stands: known by the name of its value, PROBLEM or FILE or ID. `before` are
/// the arguments given to the same command already.
Completion completeValue(const CLI::App& root, const CLI::Option& option, std::span<const std::string> before,
                         const std::string& typed, Services& services);

} // namespace grindstone::cli
