// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/outcome.h"
#include "tests/hostile/case_file.h"

namespace grindstone::hostile {

/// How a run ended, in the words of `expect:`: "exited 3", "signalled SIGSEGV", "stopped wall idle", "stopped memory",
/// "exited 1 out-of-memory".
std::string ending(const sandbox::Outcome& outcome);

/// Everything a capture or collected file holds.
std::string contents(const UniqueFd& file, Bytes size);

/// What of a run isn't as its case demands; a line for each, empty when all is. `secret` is a text that no program may
/// have found.
std::vector<std::string> differences(const CaseFile& hostileCase, const Situation& situation,
                                     const sandbox::Outcome& outcome, const std::string& secret);

/// Of the case's `blocked:`, the system calls that the outcome doesn't name.
std::vector<std::string> unnamedBlockedCalls(const CaseFile& hostileCase, const Situation& situation,
                                             const sandbox::Outcome& outcome);

} // namespace grindstone::hostile
