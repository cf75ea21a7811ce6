// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox {

/// What this process can read of why the kernel may refuse it things. It proves nothing: whether a sandbox works is
/// found by making one. It only names the cause of a failure. Plain value.
struct Surroundings {
    bool root = false;
    std::string user;                               ///< the account's name; the number where there is none
    std::optional<long> maxUserNamespaces;          ///< user.max_user_namespaces
    std::optional<long> unprivilegedUserNamespaces; ///< kernel.unprivileged_userns_clone, of Debian's kernels
    bool appArmorRestricts = false;                 ///< kernel.apparmor_restrict_unprivileged_userns is 1
    std::string appArmorProfile;                    ///< that this process is under; empty when it isn't
    bool filtered = false;                          ///< a seccomp filter lies on this process
    bool serviceManager = false;                    ///< systemd runs this system
    bool cgroup1 = false;                           ///< a hierarchy of version 1 with memory is mounted
    std::vector<std::string> coveredProc;           ///< what is mounted over parts of /proc
    int landlockError = 0;                          ///< errno of asking for Landlock; 0 when it answered
};

Surroundings readSurroundings();

} // namespace grindstone::sandbox
