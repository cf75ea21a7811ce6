// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/launch_spec.h"

#include <chrono>
#include <string>
#include <vector>

namespace grindstone::sandbox {

/// How the first process of a run ended.
enum class Ending {
    Exited,    ///< by itself, with `exitCode`
    Signalled, ///< by `signal`, which no limit of ours sent
    Stopped,   ///< killed by us: for `limit`, or cancelled when `limit` is None
};

/// The limit that ended a run.
enum class LimitHit { None, Cpu, Wall, Memory, Output };

/// What a stream received. `file` is a sealed memfd with the bytes up to the limit, position unspecified: use pread.
struct Capture {
    UniqueFd file;
    Bytes size;
    bool cut = false; ///< more was written than was kept
};

/// A file brought back. `file` is a sealed copy.
struct CollectedFile {
    std::string path; ///< as the spec's FileOut has it
    UniqueFd file;
    Bytes size;
    Area area = Area::Work;
};

/// All that is known of a finished run. Plain value; owns its captures.
struct Outcome {
    Ending ending = Ending::Exited;
    int exitCode = 0;
    int signal = 0;
    LimitHit limit = LimitHit::None;
    std::chrono::nanoseconds cpuUser{0};
    std::chrono::nanoseconds cpuSystem{0};
    std::chrono::nanoseconds wall{0};
    Bytes peakMemory;
    bool outOfMemory = false;         ///< the kernel's own out-of-memory event, or our own reading passed the limit
    bool addressSpaceLimited = false; ///< the run had the spec's `addressSpace`, since no cgroup bounds its memory here
    bool idle = false; ///< no process of the tree was runnable when the wall limit or a stop request ended it
    std::chrono::nanoseconds starved{0}; ///< of `wall`, what the wall limit did not count, since the run wanted a CPU
                                         ///< and others had it; looked at only when the limit came
    unsigned survivors = 0;                ///< processes still alive when the first one ended, killed
    std::vector<std::string> blockedCalls; ///< names of system calls that the filter refused, each once, in the order
                                           ///< in which they were first tried
    bool blockedCallsComplete = true;      ///< false when there were more refusals than are looked at (16)
    Capture standardOutput;
    Capture standardError;
    std::vector<CollectedFile> collected; ///< of the spec's `collect`, those that exist and are small enough

    std::chrono::nanoseconds cpu() const { return cpuUser + cpuSystem; }
};

} // namespace grindstone::sandbox
