// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/rlimits.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>

namespace grindstone::sandbox::helper {

namespace {

/// The box's keeper and the run's init count against the same user's allowance.
constexpr rlim_t ProcessesOfOurs = 2;
constexpr rlim_t OpenFiles = 1024;
/// With 0 the kernel still starts a handler that core_pattern pipes to, on the host and as root; with 1 it starts none,
/// and a core file needs more. See core(5).
constexpr rlim_t NoCore = 1;

Prepared<> setLimit(__rlimit_resource resource, rlim_t wanted) {
    rlimit limit{};
    STEP("read an rlimit", ::getrlimit(resource, &limit));
    // Without privileges the hard limit can only be lowered.
    limit.rlim_max = std::min(limit.rlim_max, wanted);
    limit.rlim_cur = limit.rlim_max;
    STEP("set an rlimit", ::setrlimit(resource, &limit));
    return {};
}

/// A second past the limit that init watches, so that init is the one to act.
rlim_t cpuBackstopSeconds(std::chrono::nanoseconds cpuTime) {
    return static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(cpuTime).count()) + 1;
}

} // namespace

Prepared<> setResourceLimits(const LaunchSpec& spec, bool memoryCgroup) {
    const Limits& limits = spec.limits;
    PREPARE(setLimit(RLIMIT_CORE, NoCore));
    PREPARE(setLimit(RLIMIT_CPU, cpuBackstopSeconds(limits.cpuTime)));
    PREPARE(setLimit(RLIMIT_FSIZE, limits.fileSpace.count()));
    PREPARE(setLimit(RLIMIT_NOFILE, OpenFiles));
    PREPARE(setLimit(RLIMIT_NPROC, limits.processes + ProcessesOfOurs));
    PREPARE(setLimit(RLIMIT_STACK, limits.memory.count()));
    PREPARE(setLimit(RLIMIT_MEMLOCK, 0));
    PREPARE(setLimit(RLIMIT_MSGQUEUE, 0));
    PREPARE(setLimit(RLIMIT_NICE, 0));
    PREPARE(setLimit(RLIMIT_RTPRIO, 0));
    if (spec.addressSpace && !memoryCgroup) {
        PREPARE(setLimit(RLIMIT_AS, spec.addressSpace->count()));
    }
    return {};
}

} // namespace grindstone::sandbox::helper
