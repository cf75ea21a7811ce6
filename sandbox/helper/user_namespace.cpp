// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/user_namespace.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

/// Above the ranges of accounts, containers (systemd-nspawn) and dynamic services; see systemd's UIDS-GIDS.
constexpr std::uint64_t FirstBoxUid = 0x70000000;
constexpr std::uint64_t BoxesPerHelper = 64;

/// What this user namespace maps.
struct MappedIds {
    std::uint64_t largest = 0;     ///< so that a root inside a container finds ids that exist there
    bool rootIsRootOutside = true; ///< its id 0 is that of the namespace around it, too
};

MappedIds mappedUids() {
    MappedIds ids;
    std::FILE* map = std::fopen("/proc/self/uid_map", "re");
    if (map == nullptr) {
        return ids;
    }
    unsigned long inside = 0;
    unsigned long outside = 0;
    unsigned long count = 0;
    while (std::fscanf(map, "%lu %lu %lu", &inside, &outside, &count) == 3) {
        ids.largest = std::max<std::uint64_t>(ids.largest, inside + count - 1);
        if (inside == 0) {
            ids.rootIsRootOutside = outside == 0;
        }
    }
    std::fclose(map);
    return ids;
}

Prepared<> writeMapFile(pid_t child, const char* name, const std::string& text, const char* step) {
    const std::string path = "/proc/" + std::to_string(child) + "/" + name;
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        return failedStep(step);
    }
    return {};
}

} // namespace

Prepared<IdentityMap> identityFor(unsigned boxNumber) {
    if (::geteuid() != 0) {
        return IdentityMap{::geteuid(), ::getegid(), true};
    }
    const std::uint64_t slot = boxNumber % BoxesPerHelper;
    const std::uint64_t wanted = FirstBoxUid + (static_cast<std::uint64_t>(::getpid()) % 65536) * BoxesPerHelper + slot;
    const auto [largest, rootIsRootOutside] = mappedUids();
    if (largest < 2 * BoxesPerHelper) {
        if (!rootIsRootOutside) {
            return IdentityMap{0, ::getegid(), true}; // An ordinary user who is called root here, as by `unshare -r`.
        }
        errno = ENOSPC;
        return failedStep("find ids for a box among those that this user namespace maps");
    }
    // 65534 is nobody's and 65535 means "no change"; stay below both where the namespace is small.
    const std::uint64_t id = wanted <= largest ? wanted : std::min<std::uint64_t>(largest, 65534) - 1 - slot;
    return IdentityMap{static_cast<uid_t>(id), static_cast<gid_t>(id), false};
}

Prepared<> writeIdentityMaps(pid_t child, const IdentityMap& map) {
    const auto line = [](std::uint64_t host) { return std::to_string(InnerId) + " " + std::to_string(host) + " 1\n"; };
    PREPARE(writeMapFile(child, "uid_map", line(map.hostUid), "map user id"));
    if (map.own) {
        PREPARE(writeMapFile(child, "setgroups", "deny", "deny setgroups"));
    }
    return writeMapFile(child, "gid_map", line(map.hostGid), "map group id");
}

Prepared<> becomeInnerUser(const IdentityMap& map) {
    if (!map.own) {
        STEP("drop supplementary groups", ::setgroups(0, nullptr));
    }
    STEP("become inner group", ::setresgid(InnerId, InnerId, InnerId));
    STEP("become inner user", ::setresuid(InnerId, InnerId, InnerId));
    // Changing ids cleared the death signal.
    STEP("die with the helper", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    return {};
}

Prepared<> becomeHostUser(const IdentityMap& map) {
    if (!map.own) {
        STEP("drop supplementary groups", ::setgroups(0, nullptr));
        STEP("become the box's group", ::setresgid(map.hostGid, map.hostGid, map.hostGid));
        STEP("become the box's user", ::setresuid(map.hostUid, map.hostUid, map.hostUid));
    }
    STEP("die with the init", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    return {};
}

} // namespace grindstone::sandbox::helper
