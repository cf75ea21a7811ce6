// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/init.h"

namespace grindstone::sandbox::helper {

/// Makes the calling process, just cloned by the keeper, the init of a run: one that dies with its keeper, that no
/// program looks into, and that takes in orphans. Returns what becomes readable when a child has ended.
Prepared<UniqueFd> becomeInit(const InitPlan& plan);

} // namespace grindstone::sandbox::helper
