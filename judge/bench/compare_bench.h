// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/bench/statistics.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace grindstone::judge::bench {

struct CompareBenchOptions {
    std::size_t mebibytes = 200; ///< of each file
    std::size_t rounds = 15;
};

/// A comparator beside `cmp -s` in the same rounds.
struct BesideCmp {
    sandbox::bench::Summary milliseconds;
    double ratio = 0; ///< the median of the rounds' own ratios
};

/// All that is measured of the comparators.
struct CompareFigures {
    std::size_t mebibytes = 0;
    std::size_t rounds = 0;
    unsigned cpus = 1;
    double loadAverage = 0;          ///< of the minute before: what else the machine had to do
    sandbox::bench::Summary cmp;     ///< `cmp -s` on two equal files; milliseconds
    BesideCmp tokensEqual;           ///< `tokens` on the same
    BesideCmp exact;                 ///< `exact` on the same
    BesideCmp tokensSpace;           ///< `tokens` on two files none of whose blanks are the same
    std::uint64_t peakKibibytes = 0; ///< the most that a comparison added to this process's memory
};

enum class CompareStage { Preparing, Comparing };
/// Called in the thread that measures, before each step.
using OnCompareProgress = std::function<void(CompareStage stage, std::size_t done, std::size_t total)>;

/// Compares files of numbers, in this process, in turns with `cmp`. Takes three times the room of a file in the
/// system's temporary folder. Blocking. Fails with "interrupted" when a stop is asked for, with "bench.…", or as
/// compare() does.
Result<CompareFigures> benchCompare(const CompareBenchOptions& options, const OnCompareProgress& onProgress,
                                    const std::stop_token& stop);

} // namespace grindstone::judge::bench
