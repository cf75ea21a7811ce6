// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

#include <sys/types.h>

namespace grindstone::sandbox::helper {

/// Binds a process to the CPU of this box among those that we may use; boxes side by side get different ones.
Prepared<> bindToOneCpu(pid_t process, unsigned boxNumber);

/// Lets it use every CPU that we may use.
Prepared<> unbind(pid_t process);

} // namespace grindstone::sandbox::helper
