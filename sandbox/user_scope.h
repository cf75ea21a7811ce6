// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <sys/types.h>

namespace grindstone::sandbox {

/// Moves our process `pid` into a cgroup of its own, below which its owner may make further ones: a transient scope
/// with Delegate=yes of the systemd manager, the person's own or, for root, the system's. The manager removes it with
/// the last process in it.
///
/// Waits until the process is there, five seconds at most. May be called in any thread; leaves nothing open. Fails with
/// "sandbox.no-bus" where no manager can be reached, or with "sandbox.no-scope": refused, no answer. The detail says
/// why.
Result<void> moveIntoDelegatedScope(pid_t pid);

} // namespace grindstone::sandbox
