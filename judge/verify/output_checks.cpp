// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/output_checks.h"

#include "judge/checker/readable_text.h"
#include "judge/report/capture.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/box.h"

#include <fcntl.h>

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Validators = "output validators";
constexpr const char* Outputs = "outputs";
constexpr std::size_t MostGarbageCases = 20;
constexpr std::uintmax_t LargestForGarbage = 1 << 20;

std::string identityOf(const ValidationCase& data) {
    std::string identity = std::to_string(static_cast<int>(data.use));
    for (const fs::path& path : {data.input, data.answer, data.output}) {
        identity += path.string() + '\0';
    }
    for (const std::string& argument : data.comparator.arguments) {
        identity += argument + '\0';
    }
    return identity;
}

/// A validator may take garbage for an output that is worth nothing.
bool counts(const Comparison& comparison) {
    return comparison.accepted && comparison.feedback.score.value_or(1) > 0 &&
           comparison.feedback.scoreFactor.value_or(1) > 0;
}

std::string saidBy(const Comparison& comparison) {
    constexpr std::size_t Most = 500;
    const std::string words = readableEnd(comparison.feedback.judgeMessage, Most);
    return words.empty() ? words : "; it says: " + words;
}

bool isSmall(const fs::path& path) {
    std::error_code error;
    const std::uintmax_t size = path.empty() ? 0 : fs::file_size(path, error);
    return !error && size <= LargestForGarbage;
}

/// Empty where it cannot be read, for which an empty answer is no worse.
std::string contentOf(const fs::path& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    return file ? readAt(file.get(), 0, LargestForGarbage) : std::string();
}

} // namespace

OutputChecks::OutputChecks(const Problem& problem, const std::vector<ValidationCase>& cases, DataCheckRun& run)
    : m_problem(problem), m_cases(cases), m_run(run) {
    if (!problem.interactive) {
        plan();
    }
}

void OutputChecks::plan() {
    std::set<std::string> known;
    for (const ValidationCase& data : m_cases) {
        const bool isTest = data.use == CaseUse::InvalidOutput || data.use == CaseUse::ValidOutput;
        const bool isJudged = data.use == CaseUse::Judged && m_problem.passes == 1 && !data.answer.empty();
        if ((isTest || isJudged) && known.insert(identityOf(data)).second) {
            m_tasks.push_back({&data, false, {}});
        }
    }
    if (!m_problem.checkers.empty()) {
        chooseForGarbage();
    }
}

/// From the first to the last case that is small enough, evenly.
void OutputChecks::chooseForGarbage() {
    std::vector<Task*> small;
    for (Task& task : m_tasks) {
        if (task.data->use == CaseUse::Judged && isSmall(task.data->input) && isSmall(task.data->answer)) {
            small.push_back(&task);
        }
    }
    const std::size_t chosen = std::min(small.size(), MostGarbageCases);
    for (std::size_t i = 0; i < chosen; ++i) {
        small[i * small.size() / chosen]->tryGarbage = true;
    }
}

std::string OutputChecks::validatorName() const {
    return m_problem.checkers.empty() ? "the comparator " + m_problem.cases.front().comparator.name
                                      : m_problem.checkers.front().name;
}

void OutputChecks::check() {
    if (m_tasks.empty() || m_run.ended()) {
        return;
    }
    auto judge = m_run.programs().outputJudge(m_problem, m_run.stop());
    if (!judge) {
        m_run.skip(m_tasks.size());
        return m_run.addBuildFailure(Validators, m_problem.checkers, judge.error());
    }
    m_judge = *std::move(judge);
    m_run.forEach(m_tasks.size(), [this](std::size_t index, BoxSlot& slot) { checkOne(m_tasks[index], slot); });
    if (!m_run.ended()) {
        reportGarbage();
    }
    m_run.reportOverruns(Validators);
}

void OutputChecks::checkOne(Task& task, BoxSlot& slot) {
    const bool needsInput = !m_problem.checkers.empty() && !task.data->input.empty();
    const auto input =
        needsInput ? sandbox::sealedCopyOf(task.data->input.string()) : sandbox::sealedMemory("grindstone-input", {});
    if (!input) {
        return m_run.addFailure(Outputs, task.data->inputName, input.error());
    }
    if (task.data->use == CaseUse::Judged) {
        checkAnswer(task, input->get(), slot);
    }
    if (!task.data->output.empty()) {
        checkTest(task, input->get(), slot);
    }
    if (task.tryGarbage) {
        tryGarbage(task, input->get(), slot);
    }
}

Result<std::optional<Comparison>> OutputChecks::judge(const ValidationCase& data, const std::string& where, int input,
                                                      int output, BoxSlot& slot) {
    if (!m_run.mayRun(validatorName())) {
        return std::optional<Comparison>();
    }
    auto comparison = m_judge->judge({where, data.comparator, data.answer, input, output}, slot, m_run.stop());
    if (!comparison && comparison.error().code == "checker.timeout") {
        m_run.addOverrun(validatorName());
    }
    return comparison;
}

std::optional<Comparison> OutputChecks::judgeFile(const ValidationCase& data, const std::string& name,
                                                  const std::filesystem::path& path, int input, BoxSlot& slot) {
    const auto output = sandbox::sealedCopyOf(path.string());
    if (!output) {
        m_run.addFailure(Outputs, name, output.error());
        return std::nullopt;
    }
    auto comparison = judge(data, name, input, output->get(), slot);
    if (!comparison) {
        m_run.addFailure(Outputs, name, comparison.error());
        return std::nullopt;
    }
    return *std::move(comparison);
}

/// What is shown to people as right has to be right. The answers of other cases may be notes for the validator.
void OutputChecks::checkAnswer(const Task& task, int input, BoxSlot& slot) {
    const std::string& file = task.data->answerName;
    const std::optional<Comparison> comparison = judgeFile(*task.data, file, task.data->answer, input, slot);
    if (!comparison || comparison->accepted) {
        return;
    }
    const bool shown = task.data->base.starts_with("data/sample/") && task.data->output.empty();
    m_run.add(Outputs, {shown ? Severity::Error : Severity::Warning, file, 0,
                        validatorName() + " rejects the answer as an output; correct one of them" +
                            (shown ? "" : ", unless the answer is not meant to be an output") + saidBy(*comparison)});
}

void OutputChecks::checkTest(const Task& task, int input, BoxSlot& slot) {
    const std::string file = task.data->base + ".out";
    const std::optional<Comparison> comparison = judgeFile(*task.data, file, task.data->output, input, slot);
    const bool wanted = task.data->use != CaseUse::InvalidOutput;
    if (comparison && comparison->accepted != wanted) {
        m_run.error(
            Outputs, file,
            validatorName() +
                (wanted ? " rejects this output, and has to accept it" : " accepts this output, and has to reject it") +
                "; correct one of them" + saidBy(*comparison));
    }
}

void OutputChecks::tryGarbage(Task& task, int input, BoxSlot& slot) {
    std::vector<Garbage> all = garbageForAll();
    const std::string answer = contentOf(task.data->answer);
    std::ranges::move(garbageFrom(answer), std::back_inserter(all));
    if (garbageFrom(answer).empty()) {
        std::erase_if(all, [](const Garbage& garbage) { return garbage.bytes.empty(); }); // it may be the right one
    }
    for (const Garbage& garbage : all) {
        const auto output = sandbox::sealedMemory("grindstone-output", garbage.bytes);
        if (!output || m_run.ended()) {
            return;
        }
        const auto comparison =
            judge(*task.data, task.data->base + ", given " + garbage.name, input, output->get(), slot);
        if (!comparison && !comparison.error().code.starts_with("checker.")) {
            return m_run.addFailure(Outputs, task.data->base, comparison.error());
        }
        if (comparison && !*comparison) {
            return;
        }
        const Said said = !comparison ? Said::Failed : counts(**comparison) ? Said::Accepted : Said::Rejected;
        task.trials.push_back({garbage.name, said, comparison ? std::string() : comparison.error().detail});
    }
}

std::vector<std::string> OutputChecks::trialNames() const {
    std::vector<std::string> names;
    for (const Task& task : m_tasks) {
        for (const Trial& trial : task.trials) {
            if (std::ranges::find(names, trial.name) == names.end()) {
                names.push_back(trial.name);
            }
        }
    }
    return names;
}

bool OutputChecks::alwaysAccepted(const std::string& name, std::size_t& cases) const {
    cases = 0;
    bool always = true;
    for (const Task& task : m_tasks) {
        const auto trial = std::ranges::find(task.trials, name, &Trial::name);
        if (trial != task.trials.end()) {
            ++cases;
            always &= trial->said == Said::Accepted;
        }
    }
    return always && cases > 0;
}

void OutputChecks::reportGarbage() {
    const std::vector<std::string> names = trialNames();
    std::size_t cases = 0;
    const bool everything = !names.empty() && std::ranges::all_of(names, [&](const std::string& name) {
        return alwaysAccepted(name, cases);
    });
    if (everything) {
        m_run.error(Validators, validatorName(),
                    "accepts whatever it is given as an output; make it reject what is "
                    "wrong");
    }
    for (const std::string& name : names) {
        reportTrials(name, everything);
    }
}

/// The first failure of each kind is enough.
void OutputChecks::reportTrials(const std::string& name, bool everything) {
    std::size_t cases = 0;
    if (!everything && alwaysAccepted(name, cases)) {
        m_run.add(Validators, {Severity::Warning, validatorName(), 0,
                               "accepts " + name + " as an output of each case on which that was tried (" +
                                   std::to_string(cases) + "); make it reject what is wrong"});
    }
    for (const Task& task : m_tasks) {
        const auto trial = std::ranges::find(task.trials, name, &Trial::name);
        if (trial != task.trials.end() && trial->said == Said::Failed) {
            return m_run.error(Validators, validatorName(),
                               "has to accept or reject whatever it is given, and did neither: " + trial->detail);
        }
    }
}

} // namespace grindstone::judge
