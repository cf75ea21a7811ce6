// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

namespace grindstone::sandbox::helper {

/// The helper's own process: says Hello, then opens boxes for the judge and leases cgroups to their keepers until the
/// judge's socket closes; then kills and reaps everything below it and removes its cgroups. Returns the exit status.
int runWarden(UniqueFd judge);

} // namespace grindstone::sandbox::helper
