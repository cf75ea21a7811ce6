// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/pass.h"
#include "judge/engine/run_setup.h"
#include "judge/engine/verdict_rules.h"
#include "sandbox/launch_spec.h"

namespace grindstone::judge {

/// The end of standard error in which a runtime's last words are looked for: a thousand lines of a stack come with
/// them.
inline constexpr std::uint64_t LastWords = 256 << 10;

/// A run of the submission's program with a case's arguments and files, which reads `standardInput` (sealed memory; -1:
/// nothing), or finds it as the problem's input file. The files don't count against what it may write.
sandbox::LaunchSpec programSpec(const RunSetup& setup, const PassInput& input, int standardInput);

/// Puts what the program wrote into the problem's output file in the place of its standard output: nothing, where there
/// is no such file. More than it may write is its output limit.
Result<void> takeOutputFile(const RunSetup& setup, sandbox::Outcome& outcome);

/// The signs of a verdict in a finished run.
RunFacts factsOf(const sandbox::Outcome& outcome);

/// "judge.starved": the machine was too busy to judge the run of this case.
Error starvation(const std::string& caseName, const sandbox::Outcome& outcome);

} // namespace grindstone::judge
