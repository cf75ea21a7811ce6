// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/cgroup_tree.h"
#include "sandbox/helper/setup.h"

#include <sys/types.h>

namespace grindstone::sandbox::helper {

/// A process that removes the cgroups of ended runs and the folders of closed boxes: processes may take their time to
/// go, and nobody else has to wait for that. It outlives the warden by as long as it takes to remove everything of
/// ours, also when the warden is killed. Used by the warden, which starts it.
class Sweeper {
public:
    /// What to remove in the end, with all that is in it: cgroups, and a folder of files (or none: empty).
    static Prepared<Sweeper> start(const std::vector<std::string>& cgroups, const std::string& files);

    void sweep(const std::vector<std::string>& folders) const;
    pid_t pid() const { return m_pid; }
    /// Tells it to come to its end, and waits for that.
    void finish();

private:
    Sweeper(pid_t pid, UniqueFd socket) : m_pid(pid), m_socket(std::move(socket)) {}

    pid_t m_pid;
    UniqueFd m_socket;
};

} // namespace grindstone::sandbox::helper
