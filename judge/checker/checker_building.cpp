// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_building.h"

#include <new>

namespace grindstone::judge {

CheckerBuilding::CheckerBuilding(const Problem& problem, const LanguageCatalogue& languages, WorkerPool& pool,
                                 RunGate& gate, CachingCompiler& compiler, std::stop_token stop)
    : m_problem(problem), m_languages(languages), m_gate(gate), m_compiler(compiler),
      m_passOn(std::move(stop), [this] { m_stop.request_stop(); }) {
    const auto promise = std::make_shared<std::promise<Built>>();
    m_built = promise->get_future();
    if (problem.checkers.empty() && problem.staticCases.empty() && !problem.grader) {
        promise->set_value(JudgingPrograms());
        return;
    }
    pool.post([this, promise](BoxSlot& slot) {
        try {
            promise->set_value(build(slot));
        } catch (const std::bad_alloc&) {
            promise->set_value(fail("judge.memory", "compiling a checker: the judge ran out of memory"));
        }
    });
}

CheckerBuilding::~CheckerBuilding() {
    m_stop.request_stop();
    if (m_built.valid()) {
        m_built.wait();
    }
}

CheckerBuilding::Built CheckerBuilding::take() {
    return m_built.get();
}

CheckerBuilding::Built CheckerBuilding::build(BoxSlot& slot) {
    const CheckerAllowance allowance = allowanceOf(m_problem.limits);
    JudgingPrograms judging;
    if (!m_problem.staticCases.empty()) {
        judging.staticValidation = std::make_shared<const StaticValidation>(
            TRY(buildOne(*m_problem.staticValidator, slot)), allowance, m_gate);
    }
    std::vector<CheckerProgram> programs;
    for (const CheckerSpec& checker : m_problem.checkers) {
        programs.push_back(TRY(buildOne(checker, slot)));
    }
    Interactor interactor;
    if (m_problem.interactive) {
        interactor = {std::move(programs.front()), allowance, nullptr};
        programs.erase(programs.begin());
    }
    if (!programs.empty()) {
        judging.outputJudge = std::make_shared<const CustomChecking>(std::move(programs), allowance, m_gate);
    }
    if (m_problem.interactive) {
        const bool writes = interactor.program.kind == CheckerKind::Testlib;
        interactor.outputJudge = writes ? judging.outputJudge : nullptr;
        judging.interactor = std::make_shared<const Interactor>(std::move(interactor));
    }
    if (m_problem.grader) {
        judging.grader = std::make_shared<const CheckerProgram>(TRY(buildOne(*m_problem.grader, slot)));
    }
    return judging;
}

Result<CheckerProgram> CheckerBuilding::buildOne(const CheckerSpec& program, BoxSlot& slot) {
    const RunGate::Pass pass = m_gate.enter(ProblemLimits().compilationMemory, m_stop.get_token());
    if (!pass) {
        return fail("judge.cancelled", "stopped before " + program.name + " was compiled");
    }
    return buildChecker(program, m_languages, m_compiler, slot, m_stop.get_token());
}

} // namespace grindstone::judge
