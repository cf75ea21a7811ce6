// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <sys/types.h>

#include <chrono>
#include <string>

namespace grindstone::sandbox::helper {

/// A reading of every process of a run.
struct TreeReading {
    std::chrono::nanoseconds cpu{0}; ///< of live processes and of the children that they waited for
    Bytes resident;                  ///< sum of anonymous and shared memory; shared pages count for each
    Bytes largestFiles;              ///< most pages of files that one process has mapped
    unsigned processes = 0;          ///< that still run
};

/// The processes of a run, as its init sees them in /proc.
class ProcessTree {
public:
    enum class Extent {
        Namespace,   ///< every process of this PID namespace but its init
        Descendants, ///< whatever descends from the calling process
    };

    explicit ProcessTree(Extent extent) : m_extent(extent) {}

    /// Costs some 10 µs a process.
    TreeReading read() const;
    /// Whether a thread of the same processes was running, wanted to, or waited for the disk.
    bool anyThreadRunnable() const;
    /// The longest time that a thread of the same processes has waited for a CPU in all its life, ready to run.
    std::chrono::nanoseconds longestWaitForCpu() const;
    /// Memory of the same processes with pages that they share counted once. Costs about 1 ms for 300 MB in each
    /// process.
    Bytes readSharedOnce() const;
    /// Kills all of them and reaps until nothing is left. Returns how many were alive, not counting `first`.
    unsigned killAll(pid_t first) const;

private:
    template<typename Visit> void forEach(Visit visit) const;
    template<typename Visit> void forEachThread(Visit visit) const;
    void sendKill() const;

    Extent m_extent;
};

/// One process's own CPU time so far, without its children's.
std::chrono::nanoseconds cpuOf(pid_t process);

/// How long a thread has waited for a CPU in all its life; 0 where the kernel doesn't say.
std::chrono::nanoseconds waitForCpuOf(const std::string& threadFolder);

/// Threads of all processes of a host user: what RLIMIT_NPROC counts.
unsigned threadsOf(uid_t user);

} // namespace grindstone::sandbox::helper
