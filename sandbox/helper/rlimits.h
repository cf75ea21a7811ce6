// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"

namespace grindstone::sandbox::helper {

/// Sets every rlimit of the calling process, soft and hard. They are the second line behind cgroups and the init's own
/// watch; only the address space's is set without a memory cgroup alone.
Prepared<> setResourceLimits(const LaunchSpec& spec, bool memoryCgroup);

} // namespace grindstone::sandbox::helper
