// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/joined_sources.h"
#include "judge/engine/program_runner.h"
#include "judge/engine/run_setup.h"
#include "judge/problem/problem.h"

#include <memory>
#include <mutex>
#include <optional>

namespace grindstone::judge {

/// A submission of the package's own that makes answers: compiled and run as submissions are, but with more time.
/// Thread-safe once it is prepared.
class AnswerProgram {
public:
    /// Reads its sources and finds its tools; compiles nothing. Fails as loadCheckerSources() and joinIncludes() do,
    /// with "checker.no-language" and "language.not-installed".
    static Result<std::shared_ptr<AnswerProgram>> prepare(const SolutionSpec& spec, const Problem& problem,
                                                          const LanguageCatalogue& languages);

    const std::string& name() const { return m_name; }
    /// What its answers depend on besides the case, as 64 hexadecimal digits.
    const std::string& key() const { return m_key; }

    /// Runs it on a case whose input is `input` (sealed memory; -1: nothing), compiled at first. Its output is the
    /// answer, however it ends; that is for the caller to look at. Fails with "checker.not-compiled",
    /// "file.unreadable", as the box does and with "judge.cancelled".
    Result<ProgramRunner::End> run(const TestCase& testCase, int input, CachingCompiler& compiler, RunGate& gate,
                                   BoxSlot& slot, std::stop_token stop);

private:
    AnswerProgram() = default;
    Result<RunSetup> setup(CachingCompiler& compiler, RunGate& gate, BoxSlot& slot, std::stop_token stop);
    Result<std::shared_ptr<const Program>> compiled(CachingCompiler& compiler, RunGate& gate, BoxSlot& slot,
                                                    std::stop_token stop);

    std::string m_name;
    std::string m_key;
    Language m_language; ///< equipped
    std::string m_tool;
    JoinedSources m_sources;
    ProblemLimits m_limits;
    StreamFiles m_streamFiles;
    std::mutex m_mutex;
    std::shared_ptr<const Program> m_program; ///< null until it is compiled
    std::shared_ptr<const std::vector<ProgramFile>> m_workFiles;
};

} // namespace grindstone::judge
