// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/input_checks.h"

#include "judge/package/input_arguments.h"
#include "judge/package/input_validators.h"
#include "judge/verify/garbage.h"
#include "sandbox/box.h"

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace {

constexpr const char* Validators = "input validators";
constexpr const char* Inputs = "inputs";

/// What validators see of a case: equal for the cases of groups that share their data.
std::string identityOf(const ValidationCase& data, const std::vector<std::vector<std::string>>& arguments) {
    std::string identity = std::to_string(static_cast<int>(data.use)) + data.input.string();
    for (const std::vector<std::string>& words : arguments) {
        identity += '\1';
        for (const std::string& word : words) {
            identity += word + '\0';
        }
    }
    for (const PackageFile& file : data.files) {
        identity += '\2' + file.name + '\0' + file.path.string();
    }
    return identity;
}

std::string rejection(const std::string& validator, const ProgramRunner::End& end) {
    return "rejected, so correct the input or the validator: " + validator + " " + endingOf(end);
}

} // namespace

InputChecks::InputChecks(const Problem& problem, const PackageFolder& folder, const std::vector<ValidationCase>& cases,
                         DataCheckRun& run)
    : m_problem(problem), m_cases(cases), m_run(run) {
    findValidators(folder);
    if (!m_validators.empty()) {
        plan(folder);
    }
}

void InputChecks::findValidators(const PackageFolder& folder) {
    for (const CheckerSpec& spec : m_problem.generation.inputValidators) {
        m_validators.push_back({std::filesystem::path(spec.name).stem().string(), spec, nullptr});
    }
    if (!m_validators.empty()) {
        return;
    }
    Result<std::vector<InputValidator>> found = findInputValidators(folder, m_problem.constants);
    if (!found) {
        return; // the checks of the package say it
    }
    for (InputValidator& validator : *found) {
        if (validator.form == InputValidator::Form::Program) {
            m_validators.push_back({std::move(validator.name), std::move(validator.program), nullptr});
            continue;
        }
        const bool isViva = validator.form == InputValidator::Form::Viva;
        m_run.add(Validators, {Severity::Warning, validator.program.name, 0,
                               std::string(isViva ? "Viva" : "Checktestdata") +
                                   " is not supported here, so this validator is not run; add one that is a program"});
    }
}

Result<InputChecks::Task> InputChecks::taskFor(const ValidationCase& data, InputArguments& arguments) const {
    Task task;
    task.data = &data;
    for (const Validator& validator : m_validators) {
        task.arguments.push_back(TRY(arguments.of(data.base, validator.name)));
        task.arguments.back().insert(task.arguments.back().end(), data.arguments.begin(), data.arguments.end());
    }
    return task;
}

void InputChecks::plan(const PackageFolder& folder) {
    InputArguments arguments(folder, m_problem.constants);
    std::set<std::string> known;
    for (const ValidationCase& data : m_cases) {
        Result<Task> task = taskFor(data, arguments);
        if (!task) {
            m_run.add(Validators, findingFrom(Severity::Error, task.error().detail));
        } else if (known.insert(identityOf(data, task->arguments)).second) {
            m_tasks.push_back(*std::move(task));
        }
    }
}

void InputChecks::check() {
    build();
    if (m_validators.empty() || m_run.ended()) {
        return m_run.skip(m_tasks.size());
    }
    m_run.forEach(m_tasks.size(), [this](std::size_t index, BoxSlot& slot) { checkOne(m_tasks[index], slot); });
    if (!m_tasks.empty() && !m_run.ended()) {
        checkGarbage();
    }
    m_run.reportOverruns(Validators);
}

void InputChecks::build() {
    for (std::size_t i = 0; i < m_validators.size(); ++i) {
        auto built = m_run.programs().build(m_validators[i].spec, m_run.stop());
        if (built) {
            m_validators[i].program = *std::move(built);
        } else {
            m_run.addBuildFailure(Validators, {m_validators[i].spec}, built.error());
        }
    }
    if (std::ranges::none_of(m_validators, [](const Validator& validator) { return validator.program != nullptr; })) {
        m_validators.clear();
    }
}

bool InputChecks::accepts(const Validator& validator, const ProgramRunner::End& end) const {
    constexpr int IcpcAccepts = 42;
    return end.exitCode == (validator.spec.kind == CheckerKind::Testlib ? 0 : IcpcAccepts);
}

std::optional<ProgramRunner::End> InputChecks::runOne(std::size_t validator, const Task& task, int input,
                                                      BoxSlot& slot) {
    ProgramRunner::Call call;
    call.arguments = task.arguments[validator];
    call.standardInput = input;
    call.files = task.data->files;
    call.allowance = m_run.allowance().inputValidators;
    Result<ProgramRunner::End> end = m_run.programs().run(*m_validators[validator].program, call, slot, m_run.stop());
    if (!end) {
        m_run.addFailure(Validators, m_validators[validator].spec.name, end.error());
        return std::nullopt;
    }
    if (end->limit == sandbox::LimitHit::Cpu || end->limit == sandbox::LimitHit::Wall) {
        m_run.addOverrun(m_validators[validator].spec.name);
    }
    return *std::move(end);
}

void InputChecks::checkOne(const Task& task, BoxSlot& slot) {
    const auto input = task.data->input.empty() ? sandbox::sealedMemory("grindstone-input", {})
                                                : sandbox::sealedCopyOf(task.data->input.string());
    if (!input) {
        return m_run.addFailure(Inputs, task.data->inputName, input.error());
    }
    bool rejected = false;
    bool all = true;
    for (std::size_t i = 0; i < m_validators.size() && !m_run.ended(); ++i) {
        if (m_validators[i].program == nullptr || !m_run.mayRun(m_validators[i].spec.name)) {
            all = false;
            continue;
        }
        const auto end = runOne(i, task, input->get(), slot);
        if (!end) {
            return;
        }
        const bool accepted = accepts(m_validators[i], *end);
        rejected |= !accepted;
        if (!accepted && task.data->use != CaseUse::InvalidInput) {
            m_run.error(Inputs, task.data->inputName, rejection(m_validators[i].spec.name, *end));
        }
    }
    if (task.data->use == CaseUse::InvalidInput && !rejected && all && !m_run.ended()) {
        m_run.error(Inputs, task.data->inputName,
                    "no input validator rejects it, and one has to; correct them, or remove it");
    }
}

bool isEmpty(const std::filesystem::path& input) {
    std::error_code error;
    return input.empty() || std::filesystem::file_size(input, error) == 0;
}

/// With the command line of a real case, since a validator may want one.
void InputChecks::checkGarbage() {
    std::vector<Garbage> all = garbageForAll();
    if (std::ranges::any_of(m_tasks, [](const Task& task) { return isEmpty(task.data->input); })) {
        std::erase_if(all, [](const Garbage& garbage) { return garbage.bytes.empty(); });
    }
    std::vector<char> rejected(all.size(), 0);
    const auto check = [&](std::size_t index, BoxSlot& slot) {
        const auto input = sandbox::sealedMemory("grindstone-input", all[index].bytes);
        for (std::size_t i = 0; input && i < m_validators.size() && rejected[index] == 0; ++i) {
            const bool mayRun = m_validators[i].program != nullptr && m_run.mayRun(m_validators[i].spec.name);
            const auto end = mayRun ? runOne(i, m_tasks.front(), input->get(), slot) : std::nullopt;
            rejected[index] = !end || !accepts(m_validators[i], *end) ? 1 : 0;
        }
    };
    if (!m_run.programs().forEach(all.size(), check, m_run.stop()) || m_run.ended()) {
        return;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (rejected[i] == 0) {
            m_run.add(Validators, {Severity::Warning, m_validators.front().spec.name, 0,
                                   "accepts " + all[i].name + " as an input" +
                                       (m_validators.size() > 1 ? ", and so do the others" : "") +
                                       "; make it reject what is no input of this problem"});
        }
    }
}

} // namespace grindstone::judge
