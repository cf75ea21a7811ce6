// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/bare_loop.h"

#include "judge/bench/plain_command.h"

#include <atomic>
#include <optional>
#include <thread>

namespace grindstone::judge::bench {

namespace {

using Clock = std::chrono::steady_clock;

Result<void> runCase(const std::filesystem::path& program, const TestCase& testCase,
                     const std::filesystem::path& output) {
    TRY(runPlainly({{program.string()}, testCase.inputPath, output}));
    return runPlainly({{"/usr/bin/cmp", "-s", output.string(), testCase.answerPath.string()}, {}, {}});
}

} // namespace

Result<std::chrono::nanoseconds> runBareLoop(const std::filesystem::path& program, const Problem& problem,
                                             const BenchFolder& folder, unsigned threads) {
    std::vector<Result<void>> outcomes(threads);
    std::atomic<std::size_t> next = 0;
    const auto work = [&](unsigned thread) {
        const std::filesystem::path output = folder.path() / ("output-" + std::to_string(thread));
        for (std::size_t i = next++; i < problem.cases.size() && outcomes[thread]; i = next++) {
            outcomes[thread] = runCase(program, problem.cases[i], output);
        }
    };
    const Clock::time_point begin = Clock::now();
    {
        std::vector<std::jthread> pool;
        for (unsigned thread = 0; thread < threads; ++thread) {
            pool.emplace_back(work, thread);
        }
    }
    const Clock::time_point end = Clock::now();
    for (const Result<void>& outcome : outcomes) {
        TRY(outcome);
    }
    return end - begin;
}

} // namespace grindstone::judge::bench
