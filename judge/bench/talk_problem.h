// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/bench/bench_folder.h"
#include "judge/problem/problem.h"

#include <memory>
#include <string>

namespace grindstone::judge::bench {

/// An interactive problem with one case: a program says this many numbers and is told the double of each before the
/// next. Fails as BenchFolder::write() does.
Result<std::shared_ptr<const Problem>> makeTalkProblem(const BenchFolder& folder, std::size_t exchanges);

/// Its interactor, called as the package format has it.
std::string talkInteractorSource();

/// A solution of it in C++.
std::string talkSource();

} // namespace grindstone::judge::bench
