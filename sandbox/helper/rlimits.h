// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"

#include <sys/resource.h>

namespace grindstone::sandbox::helper {

/// The rlimits of a program, soft and hard. They are the second line behind cgroups and the init's own watch; only the
/// address space's is set without a memory cgroup alone.
struct ResourceLimits {
    rlim_t cpuSeconds = RLIM_INFINITY;
    rlim_t fileSize = RLIM_INFINITY;
    rlim_t processes = RLIM_INFINITY;
    rlim_t stack = RLIM_INFINITY;
    rlim_t addressSpace = RLIM_INFINITY;
};

/// `othersOfUser`: processes that count against the same user's allowance and aren't the run's.
ResourceLimits resourceLimitsFor(const LaunchSpec& spec, bool memoryCgroup, rlim_t othersOfUser);

/// Sets them on the calling process. Allocates nothing.
Prepared<> setResourceLimits(const ResourceLimits& limits);

/// Sets those that are the same for every program.
Prepared<> setFixedResourceLimits();

} // namespace grindstone::sandbox::helper
