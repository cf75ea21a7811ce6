// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/launch_spec.h"

namespace grindstone::sandbox {

/// A judge's kinds of run, as specs without arguments and environment. What differs from run to run is an Allowance;
/// what belongs to the kind is here.
struct Allowance {
    std::chrono::nanoseconds cpuTime = std::chrono::seconds(1);
    std::chrono::nanoseconds wallTime = std::chrono::seconds(3);
    Bytes memory = Bytes::mib(256);
};

/// Turns sources in /work into a program there. Compilers have many processes and threads, on all CPUs, and write large
/// files; what they say is for people to read. The caller lays the sources in and collects the program.
LaunchSpec compilingSpec(const Allowance& allowance);

/// Runs a program that gets nothing but its streams and what is laid into /program, on one CPU, for times that can be
/// compared. `processes`: what its runtime needs.
LaunchSpec runningSpec(const Allowance& allowance, Bytes output, unsigned processes);

/// What a program that looks at a case finds in /case, under these names. Descriptors are borrowed, of regular files or
/// memory; -1: there is none.
struct CaseFiles {
    int input = -1;  ///< "/case/input"
    int answer = -1; ///< "/case/answer"
};

/// Runs a checker: reads what it checks on stdin (the caller's), compares with the case, writes to /feedback, from
/// where `feedback` is brought back. Says little on its streams. Case files don't count against its file space.
LaunchSpec checkingSpec(const Allowance& allowance, const CaseFiles& files, std::vector<FileOut> feedback);

/// Runs a checker that talks to the program which it checks; see joined_run.h. May say as much as a program.
LaunchSpec interactingSpec(const Allowance& allowance, const CaseFiles& files, std::vector<FileOut> feedback);

} // namespace grindstone::sandbox
