// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/custom_checking.h"
#include "judge/checker/interactor.h"
#include "judge/engine/static_validation.h"
#include "judge/engine/worker_pool.h"

#include <functional>
#include <future>

namespace grindstone::judge {

/// What judges a problem's cases: an interactor where there is one.
struct JudgingPrograms {
    std::shared_ptr<const OutputJudge> outputJudge = builtInComparison();
    std::shared_ptr<const Interactor> interactor;
    std::shared_ptr<const StaticValidation> staticValidation; ///< null unless there are static cases
    std::shared_ptr<const CheckerProgram> grader;             ///< none unless the package has one that a group wants
};

/// Builds a problem's checkers on a worker, while its owner compiles the submission. Once for all cases.
class CheckerBuilding {
public:
    /// Begins at once, unless the problem has neither checkers nor a grader. All of them outlive it.
    CheckerBuilding(const Problem& problem, const LanguageCatalogue& languages, WorkerPool& pool, RunGate& gate,
                    CachingCompiler& compiler, std::stop_token stop);
    /// Stops what is still under way, and waits for that.
    ~CheckerBuilding();
    CheckerBuilding(const CheckerBuilding&) = delete;
    CheckerBuilding& operator=(const CheckerBuilding&) = delete;

    /// Waits. The built-in comparators for a problem without checkers; fails as buildChecker() does. Call it once.
    Result<JudgingPrograms> take();

private:
    using Built = Result<JudgingPrograms>;

    Built build(BoxSlot& slot);
    Result<CheckerProgram> buildOne(const CheckerSpec& program, BoxSlot& slot);

    const Problem& m_problem;
    const LanguageCatalogue& m_languages;
    RunGate& m_gate;
    CachingCompiler& m_compiler;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_passOn;
    std::future<Built> m_built; ///< invalid once taken
};

} // namespace grindstone::judge
