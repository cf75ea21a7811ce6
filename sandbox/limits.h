// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <chrono>

namespace grindstone::sandbox {

/// What a run may use. Each limit ends the run when it is passed; the outcome says which one did.
struct Limits {
    std::chrono::nanoseconds cpuTime = std::chrono::seconds(1);  ///< user + system time of the whole process tree
    std::chrono::nanoseconds wallTime = std::chrono::seconds(3); ///< from the program's start, see Outcome::starved
    Bytes memory = Bytes::mib(256);
    Bytes output = Bytes::mib(64);    ///< stdout and stderr together
    Bytes fileSpace = Bytes::mib(64); ///< what may be written to /work, /tmp and /dev/shm together
    unsigned processes = 64;          ///< processes and threads alive at once
};

/// A run that other programs keep from its CPU gets that time on top of its wall limit, but no more than so many times
/// the limit.
constexpr int MostStarvation = 4;

} // namespace grindstone::sandbox
