// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_plan.h"

namespace grindstone::judge {

namespace {

std::optional<Interaction> interactionOf(const Problem& problem) {
    return problem.interactive ? std::optional(Interaction()) : std::nullopt;
}

PlannedCase plan(const TestCase& testCase, const Problem& problem) {
    PlannedCase planned;
    planned.result.interaction = interactionOf(problem);
    planned.result.name = testCase.name;
    planned.result.visibility = testCase.visibility;
    planned.result.inputPath = testCase.inputPath;
    planned.result.answerPath = testCase.answerPath;
    planned.result.arguments = testCase.arguments;
    planned.result.files = testCase.files;
    if (testCase.inputPath.empty()) {
        planned.result.customInput.emplace();
    }
    planned.comparator = testCase.comparator;
    return planned;
}

std::vector<PlannedCase> planCustomCases(const JudgeRequest& request) {
    std::vector<PlannedCase> plans;
    for (const CustomCase& custom : request.customCases) {
        PlannedCase planned;
        planned.result.name = "custom/" + std::to_string(plans.size() + 1);
        planned.result.interaction = interactionOf(*request.problem);
        planned.result.customInput = custom.input;
        planned.result.customAnswer = custom.answer;
        planned.comparator = defaultComparator(*request.problem);
        plans.push_back(std::move(planned));
    }
    return plans;
}

} // namespace

Result<std::vector<PlannedCase>> planCases(const JudgeRequest& request) {
    if (request.mode == Mode::Run && !request.customCases.empty()) {
        return planCustomCases(request);
    }
    std::vector<PlannedCase> plans;
    for (const TestCase& testCase : request.problem->cases) {
        if (request.mode == Mode::Submit || testCase.sample) {
            plans.push_back(plan(testCase, *request.problem));
        }
    }
    if (plans.empty() && request.mode == Mode::Run) {
        return fail("problem.no-samples", request.problem->slug + ": the problem has no sample cases to run");
    }
    if (plans.empty()) {
        return fail("problem.no-cases", request.problem->slug + ": the problem has no test cases");
    }
    return plans;
}

ComparatorSpec defaultComparator(const Problem& problem) {
    return problem.cases.empty() ? ComparatorSpec{} : problem.cases.front().comparator;
}

} // namespace grindstone::judge
