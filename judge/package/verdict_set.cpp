// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/verdict_set.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::judge {

namespace {

constexpr std::array Order{Verdict::Accepted,    Verdict::WrongAnswer, Verdict::TimeLimit,   Verdict::RuntimeError,
                           Verdict::MemoryLimit, Verdict::OutputLimit, Verdict::CompileError};

/// Lower case, with "_" for "-".
std::string folded(std::string_view word) {
    std::string result;
    for (const char c : word) {
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? '_' : c;
    }
    return result;
}

/// A program that is stopped at a limit of memory may also be told by the system that there is none, and crash.
constexpr VerdictSet OutOfMemory{Verdict::MemoryLimit, Verdict::RuntimeError};
constexpr VerdictSet TooMuchOutput{Verdict::OutputLimit, Verdict::RuntimeError};

constexpr std::pair<std::string_view, VerdictSet> Words[] = {
    {"ac", {Verdict::Accepted}},
    {"accepted", {Verdict::Accepted}},
    {"correct", {Verdict::Accepted}},
    {"wa", {Verdict::WrongAnswer}},
    {"wrong_answer", {Verdict::WrongAnswer}},
    {"wronganswer", {Verdict::WrongAnswer}},
    {"no_output", {Verdict::WrongAnswer}},
    {"tle", {Verdict::TimeLimit}},
    {"timelimit", {Verdict::TimeLimit}},
    {"time_limit", {Verdict::TimeLimit}},
    {"time_limit_exceeded", {Verdict::TimeLimit}},
    {"rte", {Verdict::RuntimeError}},
    {"run_error", {Verdict::RuntimeError}},
    {"runtime_error", {Verdict::RuntimeError}},
    {"run_time_error", {Verdict::RuntimeError}},
    {"mle", OutOfMemory},
    {"memory_limit", OutOfMemory},
    {"memory_limit_exceeded", OutOfMemory},
    {"ole", TooMuchOutput},
    {"output_limit", TooMuchOutput},
    {"output_limit_exceeded", TooMuchOutput},
    {"ce", {Verdict::CompileError}},
    {"compile_error", {Verdict::CompileError}},
    {"compiler_error", {Verdict::CompileError}},
    {"compilation_error", {Verdict::CompileError}},
};

} // namespace

bool VerdictSet::admits(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Partial:
        return contains(Verdict::Accepted);
    case Verdict::MemoryLimit:
        return contains(verdict) || contains(Verdict::RuntimeError);
    case Verdict::OutputLimit:
        return contains(verdict) || contains(Verdict::RuntimeError) || contains(Verdict::WrongAnswer);
    case Verdict::Skipped:
    case Verdict::JudgeError:
        return false;
    default:
        return contains(verdict);
    }
}

std::vector<std::string> VerdictSet::names() const {
    std::vector<std::string> names;
    for (const Verdict verdict : Order) {
        if (contains(verdict)) {
            names.push_back(packageName(verdict));
        }
    }
    return names;
}

std::string packageName(Verdict verdict) {
    return verdict == Verdict::RuntimeError ? "RTE" : std::string(code(verdict));
}

std::string listed(VerdictSet verdicts) {
    const std::vector<std::string> names = verdicts.names();
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return list;
}

std::optional<Verdict> findPackageVerdict(std::string_view name) {
    const std::vector<std::string> names = VerdictSet::all().names();
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(Order[static_cast<std::size_t>(found - names.begin())]);
}

VerdictSet verdictsOf(std::string_view word) {
    const std::string wanted = folded(word);
    const auto found = std::ranges::find(Words, wanted, [](const auto& entry) { return entry.first; });
    return found == std::end(Words) ? VerdictSet() : found->second;
}

} // namespace grindstone::judge
