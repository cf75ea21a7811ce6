// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/cgroup_lease.h"
#include "sandbox/helper/setup.h"
#include "sandbox/helper/sharing_child.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace grindstone::sandbox::helper {

/// Takes away what an ended run has left in its box: mounts and cgroup. From the moment that begin() returns nobody
/// finds any of it; what the kernel then still has to do, which is mostly to wait, a process of its own sits out, while
/// the next run is made ready.
class Clearance {
public:
    /// `helper`: the socket to the warden, who gets the cgroup back. To be made when the root is there and no run is.
    static Prepared<Clearance> prepare(int helper);

    Prepared<> begin(std::optional<CgroupLease> cgroup);
    /// Waits for the last one to be done. Fails when something stayed.
    Prepared<> finish();

private:
    explicit Clearance(int helper) : m_helper(helper) {}
    int clear() const;

    int m_helper;
    dev_t m_emptyRun = 0; ///< what /run is when nothing of a run is mounted on it
    std::unique_ptr<ChildStack> m_stack = std::make_unique<ChildStack>();
    std::optional<CgroupLease> m_cgroup;
    std::string m_message;
    pid_t m_process = -1;
    struct Body {
        const Clearance* clearance = nullptr;
        int operator()() const { return clearance->clear(); }
    } m_body;
};

} // namespace grindstone::sandbox::helper
