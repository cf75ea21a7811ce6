// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"

namespace grindstone::sandbox::helper {

/// Blocks SIGCHLD and returns a descriptor, which never blocks, that is readable when a child has ended.
Prepared<UniqueFd> watchChildren();

/// To be called before the dead are reaped: whoever dies from then on makes it readable again.
void forgetChildSignals(const UniqueFd& childSignals);

} // namespace grindstone::sandbox::helper
