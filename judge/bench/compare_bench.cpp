// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each round measures `cmp` and every comparator one after the other, so that what else the machine does weighs on all.
#include "judge/bench/compare_bench.h"

#include "judge/bench/number_files.h"
#include "judge/bench/peak_memory.h"
#include "judge/bench/plain_command.h"
#include "judge/compare/comparator.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/bench/conditions.h"

#include <fcntl.h>

#include <chrono>
#include <thread>

namespace grindstone::judge::bench {

namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The times of one comparator, round by round; milliseconds.
struct Series {
    const char* comparator;
    fs::path output;
    std::vector<double> times{};
};

BesideCmp besideCmp(const Series& series, const std::vector<double>& cmp) {
    return {sandbox::bench::summarize(series.times), sandbox::bench::median(sandbox::bench::ratios(series.times, cmp))};
}

Result<double> timeCmp(const NumberFiles& files) {
    const Clock::time_point begin = Clock::now();
    TRY(runPlainly({{"/usr/bin/cmp", "-s", files.answer.string(), files.equal.string()}, {}, {}}));
    return millisecondsSince(begin);
}

Result<double> timeComparator(const Series& series, const fs::path& answer) {
    const Clock::time_point begin = Clock::now();
    const UniqueFd output(::open(series.output.c_str(), O_RDONLY | O_CLOEXEC));
    if (!output) {
        return fail(systemError("file.unreadable", series.output.string()));
    }
    ComparatorSpec spec;
    spec.name = series.comparator;
    if (!TRY(compare(spec, answer, output.get())).accepted) {
        return fail("bench.program-failed", spec.name + ": did not accept what is equal");
    }
    return millisecondsSince(begin);
}

} // namespace

Result<CompareFigures> benchCompare(const CompareBenchOptions& options, const OnCompareProgress& onProgress,
                                    const std::stop_token& stop) {
    CompareFigures figures{options.mebibytes, options.rounds, std::thread::hardware_concurrency(),
                           sandbox::bench::loadAverage()};
    onProgress(CompareStage::Preparing, 0, options.rounds);
    const BenchFolder folder = TRY(BenchFolder::create());
    const NumberFiles files = TRY(writeNumberFiles(folder, options.mebibytes, stop));
    std::vector<double> cmp;
    Series all[] = {{"tokens", files.equal}, {"exact", files.equal}, {"tokens", files.spaced}};
    TRY(timeCmp(files)); // what all read is in memory from here on
    TRY(timeComparator(all[2], files.answer));
    for (std::size_t round = 0; round < options.rounds; ++round) {
        onProgress(CompareStage::Comparing, round, options.rounds);
        cmp.push_back(TRY(timeCmp(files)));
        for (Series& series : all) {
            TRY(sandbox::bench::stopIfAsked(stop));
            const PeakMemory memory;
            series.times.push_back(TRY(timeComparator(series, files.answer)));
            figures.peakKibibytes = std::max(figures.peakKibibytes, memory.addedKibibytes());
        }
    }
    figures.cmp = sandbox::bench::summarize(cmp);
    figures.tokensEqual = besideCmp(all[0], cmp);
    figures.exact = besideCmp(all[1], cmp);
    figures.tokensSpace = besideCmp(all[2], cmp);
    return figures;
}

} // namespace grindstone::judge::bench
