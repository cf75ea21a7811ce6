// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/rlimits.h"

#include <algorithm>
#include <chrono>

namespace grindstone::sandbox::helper {

namespace {

constexpr rlim_t OpenFiles = 1024;
/// With 0 the kernel still starts a handler that core_pattern pipes to, on the host and as root; with 1 it starts none,
/// and a core file needs more. See core(5).
constexpr rlim_t NoCore = 1;

Prepared<> setLimit(__rlimit_resource resource, rlim_t wanted) {
    if (wanted == RLIM_INFINITY) {
        return {};
    }
    const rlimit limit{wanted, wanted};
    if (::setrlimit(resource, &limit) == 0) {
        return {};
    }
    // Without privileges the hard limit can only be lowered.
    rlimit present{};
    STEP("read an rlimit", ::getrlimit(resource, &present));
    present.rlim_cur = std::min(present.rlim_max, wanted);
    present.rlim_max = present.rlim_cur;
    STEP("set an rlimit", ::setrlimit(resource, &present));
    return {};
}

/// Far past the limit that init watches, so that init is the one to act. The kernel charges whole ticks for this limit:
/// a program that shares its CPU with others that run between the ticks pays for them, too.
rlim_t cpuBackstopSeconds(std::chrono::nanoseconds cpuTime) {
    return 2 * static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(cpuTime).count()) + 1;
}

} // namespace

ResourceLimits resourceLimitsFor(const LaunchSpec& spec, bool memoryCgroup, rlim_t othersOfUser) {
    ResourceLimits limits;
    limits.cpuSeconds = cpuBackstopSeconds(spec.limits.cpuTime);
    limits.fileSize = spec.limits.fileSpace.count();
    limits.processes = spec.limits.processes + othersOfUser;
    limits.stack = spec.limits.memory.count();
    if (spec.addressSpace && !memoryCgroup) {
        limits.addressSpace = spec.addressSpace->count();
    }
    return limits;
}

Prepared<> setResourceLimits(const ResourceLimits& limits) {
    PREPARE(setLimit(RLIMIT_CPU, limits.cpuSeconds));
    PREPARE(setLimit(RLIMIT_FSIZE, limits.fileSize));
    PREPARE(setLimit(RLIMIT_NPROC, limits.processes));
    PREPARE(setLimit(RLIMIT_STACK, limits.stack));
    return setLimit(RLIMIT_AS, limits.addressSpace);
}

Prepared<> setFixedResourceLimits() {
    PREPARE(setLimit(RLIMIT_CORE, NoCore));
    PREPARE(setLimit(RLIMIT_NOFILE, OpenFiles));
    PREPARE(setLimit(RLIMIT_MEMLOCK, 0));
    PREPARE(setLimit(RLIMIT_MSGQUEUE, 0));
    PREPARE(setLimit(RLIMIT_NICE, 0));
    return setLimit(RLIMIT_RTPRIO, 0);
}

} // namespace grindstone::sandbox::helper
