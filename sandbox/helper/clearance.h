// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/helper/setup.h"
#include "sandbox/helper/sharing_child.h"

#include <sys/types.h>

namespace grindstone::sandbox::helper {

/// Takes away what an ended run has mounted in its box. From the moment that begin() returns nobody
/// finds any of it; what the kernel then still has to do, which is mostly to wait, a process of its own sits out, while
/// the next run is made ready.
class Clearance {
public:
    /// To be made when the root is there and no run is.
    explicit Clearance(const CallKey& key);

    Prepared<> begin();
    /// Waits for the last one to be done. Fails when something stayed.
    Prepared<> finish();

private:
    dev_t m_emptyRun; ///< what /run is when nothing of a run is mounted on it
    ChildStack m_stack;
    pid_t m_process = -1;
    struct Body {
        const CallKey& key;
        int operator()() const;
    } m_body;
};

} // namespace grindstone::sandbox::helper
