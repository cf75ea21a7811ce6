// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

namespace grindstone::sandbox::helper {

/// Gives up, for the calling process's children and for good, every way to gain a capability: bounding and ambient sets
/// empty, secure bits locked. Those that the process has now, it keeps. Needs CAP_SETPCAP.
Prepared<> forbidNewCapabilities();

/// Gives up all capabilities and, with no_new_privs, every way to more.
Prepared<> dropCapabilities();

} // namespace grindstone::sandbox::helper
