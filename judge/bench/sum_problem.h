// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/bench/bench_folder.h"
#include "judge/problem/problem.h"

#include <memory>
#include <string>

namespace grindstone::judge::bench {

/// "Print the sum of two numbers" with this many small cases, whose files lie in `folder`. Fails as
/// BenchFolder::write() does.
Result<std::shared_ptr<const Problem>> makeSumProblem(const BenchFolder& folder, std::size_t cases);

/// A small solution of it in C++.
std::string sumSource();

/// A solution as people write them in a contest: `<bits/stdc++.h>`, containers, templates, sixty lines. It solves the
/// same problem, and `edition` makes it another text each time.
std::string contestSource(std::size_t edition);

} // namespace grindstone::judge::bench
