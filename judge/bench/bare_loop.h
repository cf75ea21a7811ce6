// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/bench/bench_folder.h"
#include "judge/problem/problem.h"

#include <chrono>

namespace grindstone::judge::bench {

/// What a script would do instead of a judge: for each case run the program, then `cmp` its output with the answer,
/// by `threads` threads at once. Returns how long all took. Fails with "bench.program-failed" when a program fails or
/// `cmp` finds a difference.
Result<std::chrono::nanoseconds> runBareLoop(const std::filesystem::path& program, const Problem& problem,
                                             const BenchFolder& folder, unsigned threads);

} // namespace grindstone::judge::bench
