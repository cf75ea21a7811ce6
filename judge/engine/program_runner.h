// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_run.h"
#include "judge/engine/output_judge.h"
#include "judge/engine/run_gate.h"
#include "judge/engine/worker_pool.h"
#include "judge/problem/problem.h"
#include "judge/report/report.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Builds a package's own programs (input validators, generators, visualizers) and runs them in boxes, on the judge's
/// workers and behind its gate. Blocking and thread-safe.
class ProgramRunner {
public:
    /// One run of a program. Descriptors are borrowed.
    struct Call {
        std::vector<std::string> arguments;
        int standardInput = -1;         ///< sealed memory (see sandbox::sealedMemory()), read from its start; -1: empty
        sandbox::CaseFiles shown;       ///< "/case/input" and "/case/answer"
        std::vector<PackageFile> files; ///< copies of them lie in its working folder
        CheckerAllowance allowance;     ///< `output` bounds the streams together, and each file to bring back
        std::vector<std::string> collect; ///< names of files in the working folder to bring back
    };

    /// How a run ended.
    struct End {
        std::optional<int> exitCode; ///< none: a signal or a limit ended it
        std::optional<int> signal;   ///< that no limit sent
        sandbox::LimitHit limit = sandbox::LimitHit::None;
        SharedCapture standardOutput; ///< never null
        SharedCapture standardError;
        std::vector<sandbox::CollectedFile> files; ///< of those to bring back, the ones that are there
        std::chrono::nanoseconds cpu{0};
        std::chrono::nanoseconds wall{0};
        Bytes peakMemory;
    };

    /// All of them outlive it.
    ProgramRunner(const LanguageCatalogue& languages, CachingCompiler& compiler, WorkerPool& pool, RunGate& gate)
        : m_languages(languages), m_compiler(compiler), m_pool(pool), m_gate(gate) {}

    /// Fails as buildProgram() does. Compiled once for the same sources, as all that the judge compiles. Not for the
    /// pool's own threads, which would wait for one another: they have a slot, and use the second form.
    Result<std::shared_ptr<const BuiltProgram>> build(const PackageProgram& program, std::stop_token stop);
    Result<std::shared_ptr<const BuiltProgram>> build(const PackageProgram& program, BoxSlot& slot,
                                                      std::stop_token stop);

    /// However the program ends, that is no failure. Fails as the box does, with "file.unreadable" for one of `files`,
    /// and with "judge.cancelled" after a stop request. The second form as with build().
    Result<End> run(const BuiltProgram& program, const Call& call, std::stop_token stop);
    Result<End> run(const BuiltProgram& program, const Call& call, BoxSlot& slot, std::stop_token stop);

    /// What judges a problem's outputs: its checkers, built, or the comparators that are built in. Outlives nothing of
    /// the runner. Not for interactive problems. Fails as build() does.
    Result<std::shared_ptr<const OutputJudge>> outputJudge(const Problem& problem, std::stop_token stop);

    /// Calls `work` on the pool's threads with each number below `count`, several at once, and waits for all of them.
    /// After a stop request no further ones begin. `work` doesn't throw, save std::bad_alloc, which fails with
    /// "judge.memory".
    Result<void> forEach(std::size_t count, const std::function<void(std::size_t, BoxSlot&)>& work,
                         std::stop_token stop);

private:
    const LanguageCatalogue& m_languages;
    CachingCompiler& m_compiler;
    WorkerPool& m_pool;
    RunGate& m_gate;
};

/// What a finished run came to.
ProgramRunner::End endOf(sandbox::Outcome outcome);

/// How a run ended, in words that follow the program's name: "ended with exit code 3; it said: …".
std::string endingOf(const ProgramRunner::End& end);

} // namespace grindstone::judge
