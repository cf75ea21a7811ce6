// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language_catalogue.h"
#include "sandbox/bench/statistics.h"
#include "sandbox/sandbox.h"

#include <functional>
#include <stop_token>

namespace grindstone::judge::bench {

using sandbox::bench::Summary;

struct JudgeBenchOptions {
    std::size_t cases = 100;
    std::size_t exchanges = 100'000; ///< of the interactive case
    std::size_t rounds = 15;         ///< of each measurement, ours and the baseline in turns
};

/// Ours beside a baseline of the same rounds, in milliseconds.
struct Beside {
    Summary judge;
    Summary baseline;
    double ratio = 0; ///< the median of the rounds' own ratios
};

/// All that is measured of a judge.
struct JudgeFigures {
    std::size_t cases = 0;
    std::size_t exchanges = 0;
    std::size_t rounds = 0;
    unsigned workers = 1;
    double loadAverage = 0; ///< of the minute before: what else the machine had to do
    sandbox::Capabilities capabilities;
    Beside manyCases;      ///< a compiled program on all cases, beside a bare loop of it with `cmp`
    Beside talk;           ///< a compiled program and its interactor, beside both on bare pipes
    Beside edit;           ///< from another text to the first verdict, beside the plain compiler and a plain run
    Beside editUnprepared; ///< the same with neither cache nor precompiled header
    Summary unchanged;     ///< a text judged before on one case, less the program's own time; milliseconds
};

enum class Stage { Preparing, ManyCases, Talk, Edit, EditUnprepared, Unchanged };
/// Called in the thread that measures, before each step.
using OnProgress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

/// Measures the judge of this machine with C++ programs; takes some two minutes. Blocking. Fails with "interrupted"
/// when a stop is asked for, "bench.…", "language.…", or an error of the judge itself.
Result<JudgeFigures> benchJudge(sandbox::Sandbox& sandbox, const LanguageCatalogue& languages,
                                const JudgeBenchOptions& options, const OnProgress& onProgress, std::stop_token stop);

} // namespace grindstone::judge::bench
