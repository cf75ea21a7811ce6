// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/box_plan.h"

namespace grindstone::sandbox::helper {

/// Lives as long as its box: builds the box's root, tells the judge BoxOpened or SetupFailed, then keeps the init of
/// the next run ready. Never runs foreign code. A box in which anything fails comes to its end. Returns the process's
/// exit status.
int runKeeper(BoxPlan plan, const SeccompPolicy& policy);

} // namespace grindstone::sandbox::helper
