// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/custom_grading.h"

#include "judge/checker/readable_text.h"
#include "judge/compare/decimal.h"
#include "judge/package/yaml_reader.h"
#include "judge/report/capture.h"
#include "judge/text/number.h"

#include <algorithm>
#include <array>
#include <future>
#include <new>
#include <utility>

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace {

constexpr std::uint64_t SaidAtTheEnd = 1000;

constexpr std::array<std::pair<std::string_view, Verdict>, 6> Codes{{{"AC", Verdict::Accepted},
                                                                     {"WA", Verdict::WrongAnswer},
                                                                     {"TLE", Verdict::TimeLimit},
                                                                     {"RTE", Verdict::RuntimeError},
                                                                     {"MLE", Verdict::MemoryLimit},
                                                                     {"OLE", Verdict::OutputLimit}}};

std::string_view codeOf(Verdict verdict) {
    const auto found = std::ranges::find(Codes, verdict, &decltype(Codes)::value_type::second);
    return found == Codes.end() ? "JE" : found->first;
}

std::string ending(const Outcome& outcome) {
    switch (outcome.limit) {
    case LimitHit::Cpu:
    case LimitHit::Wall:
        return "it did not end in time (validation_time)";
    case LimitHit::Memory:
        return "it needed more memory than it may have (validation_memory)";
    case LimitHit::Output:
        return "it wrote more than it may (validation_output)";
    case LimitHit::None:
        break;
    }
    return outcome.ending == Ending::Exited ? "exit code " + std::to_string(outcome.exitCode)
                                            : "signal " + std::to_string(outcome.signal);
}

std::string lastWords(const Outcome& outcome) {
    const std::string words = readableEnd(readEnd(outcome.standardError, SaidAtTheEnd + 1), SaidAtTheEnd);
    return words.empty() ? words : "; it said: " + words;
}

std::optional<Grade> parseGrade(std::string_view text) {
    const std::vector<std::string> words = splitAtBlanks(text);
    const auto verdict =
        words.size() == 2 ? std::ranges::find(Codes, words[0], &decltype(Codes)::value_type::first) : Codes.end();
    const std::optional<double> score = words.size() == 2 ? parseDecimal(words[1]) : std::nullopt;
    return verdict != Codes.end() && score ? std::optional(Grade{verdict->second, *score}) : std::nullopt;
}

} // namespace

std::string graderInput(const std::vector<Grade>& items) {
    std::string text;
    for (const Grade& item : items) {
        text += std::string(codeOf(item.verdict)) + " " + readableNumber(item.score) + "\n";
    }
    return text;
}

Result<Grade> graderJudgement(const std::string& where, const Outcome& outcome) {
    constexpr std::uint64_t LongestGrade = 1000;
    if (outcome.ending != Ending::Exited || outcome.exitCode != 0 || outcome.limit != LimitHit::None) {
        return fail("grader.failed", where + ": " + ending(outcome) + lastWords(outcome));
    }
    const std::string text = readAt(outcome.standardOutput.file.get(), 0, LongestGrade);
    if (const std::optional<Grade> grade = parseGrade(text)) {
        return *grade;
    }
    if (const std::vector<std::string> words = splitAtBlanks(text); !words.empty() && words.front() == "JE") {
        return fail("grader.failed", where + ": it gave up (JE)" + lastWords(outcome));
    }
    return fail("grader.no-grade", where + ": it wrote \"" + readableBeginning(text, 80) +
                                       "\" instead of a verdict and a score such as \"AC 12.5\"" + lastWords(outcome));
}

CustomGrading::CustomGrading(std::shared_ptr<const CheckerProgram> grader, CheckerAllowance allowance, WorkerPool& pool,
                             RunGate& gate, std::stop_token stop)
    : m_grader(std::move(grader)), m_allowance(allowance), m_pool(&pool), m_gate(&gate), m_stop(std::move(stop)) {}

Result<Grade> CustomGrading::operator()(const TestGroup& group, const std::vector<Grade>& items) const {
    const std::string place = group.name == "data" ? group.name : "data/" + group.name;
    if (!m_grader) {
        return fail("grader.missing", place + ": there is no program in graders/");
    }
    const UniqueFd input = TRY(sandbox::sealedMemory("grindstone-grades", graderInput(items)));
    std::promise<Result<Outcome>> promise;
    std::future<Result<Outcome>> ended = promise.get_future();
    m_pool->post([&](BoxSlot& slot) {
        try {
            promise.set_value(run(group, input.get(), slot));
        } catch (const std::bad_alloc&) {
            promise.set_value(fail("judge.memory", place + ": the judge ran out of memory"));
        }
    });
    const Outcome outcome = TRY(ended.get());
    return graderJudgement(m_grader->name + " on " + place, outcome);
}

Result<Outcome> CustomGrading::run(const TestGroup& group, int input, BoxSlot& slot) const {
    const sandbox::LaunchSpec spec = graderSpec(*m_grader, m_allowance, input, group.graderArguments);
    const RunGate::Pass pass = m_gate->enter(spec.limits.memory, m_stop);
    if (!pass || m_stop.stop_requested()) {
        return fail("judge.cancelled", "stopped before " + m_grader->name + " ended");
    }
    return slot.run(spec, sandbox::BoxOptions{m_grader->visiblePaths, {}}, m_stop);
}

} // namespace grindstone::judge
