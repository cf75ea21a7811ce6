// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <chrono>

namespace grindstone::sandbox::helper {

/// A reading of every process of this PID namespace but its init, from /proc.
struct TreeReading {
    std::chrono::nanoseconds cpu{0}; ///< of live processes and of the children that they waited for
    Bytes resident;                  ///< sum of resident sets; shared pages count for each
    unsigned processes = 0;          ///< that still run
};

/// Costs some 10 µs a process.
TreeReading readProcessTree();

/// Whether a thread of the same processes was running, wanted to, or waited for the disk.
bool anyThreadRunnable();

/// Memory of the same processes with pages that they share counted once. Costs about 1 ms for 300 MB in each process.
Bytes readSharedOnce();

} // namespace grindstone::sandbox::helper
