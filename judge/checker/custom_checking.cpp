// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/custom_checking.h"

#include "judge/checker/checker_judgement.h"
#include "sandbox/profiles.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

using sandbox::Area;
using sandbox::LaunchSpec;

namespace {

/// A checker that waits for a CPU on a busy machine must not become a judge error: no run of it alone would follow.
constexpr std::chrono::seconds Patience(5);
constexpr Bytes LargestFeedback = Bytes::mib(256);

/// Large enough for whatever there is room for, so that a file that is too large is seen, and not taken for none.
std::vector<sandbox::FileOut> feedbackFiles(Bytes space) {
    std::vector<sandbox::FileOut> files;
    for (const char* name : {JudgeMessageFile, TeamMessageFile, JudgeErrorFile, ScoreFile}) {
        files.push_back({name, std::min(space, LargestFeedback), Area::Feedback});
    }
    return files;
}

Bytes sizeOf(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? Bytes(static_cast<std::uint64_t>(status.st_size)) : Bytes();
}

/// A checker of testlib's opens the output as a file; all others read it on stdin, without a copy of it.
void showOutput(LaunchSpec& spec, CheckerKind kind, int output) {
    if (kind == CheckerKind::Icpc) {
        spec.standardInput = output;
        return;
    }
    spec.files.push_back({Area::Case, "output", output, false});
    spec.limits.fileSpace = spec.limits.fileSpace + sizeOf(output);
}

std::vector<std::string> commandOf(const CheckerProgram& checker, const std::vector<std::string>& arguments) {
    std::vector<std::string> command = checker.command;
    const bool icpc = checker.kind == CheckerKind::Icpc;
    command.insert(command.end(),
                   {"/case/input", icpc ? "/case/answer" : "/case/output", icpc ? "/feedback/" : "/case/answer"});
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

} // namespace

CheckerAllowance allowanceOf(const ProblemLimits& limits) {
    return {limits.validationTime, limits.validationMemory, limits.validationOutput};
}

CustomChecking::CustomChecking(std::vector<CheckerProgram> checkers, CheckerAllowance allowance, RunGate& gate)
    : m_checkers(std::move(checkers)), m_allowance(allowance), m_gate(gate) {}

Result<std::optional<Comparison>> CustomChecking::judge(const OutputToJudge& output, BoxSlot& slot,
                                                        std::stop_token stop) const {
    const UniqueFd answer(::open(output.answer.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!answer) {
        return fail("file.unreadable", output.answer.string() + ": cannot be read: " + std::strerror(errno));
    }
    std::optional<Comparison> comparison;
    for (const CheckerProgram& checker : m_checkers) {
        comparison = TRY(runOne(checker, output, answer.get(), slot, stop));
        if (!comparison || !comparison->accepted) {
            break;
        }
    }
    return comparison;
}

Result<std::optional<Comparison>> CustomChecking::runOne(const CheckerProgram& checker, const OutputToJudge& output,
                                                         int answer, BoxSlot& slot, std::stop_token stop) const {
    const LaunchSpec spec = specFor(checker, output, answer);
    const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
    if (!pass) {
        return std::nullopt;
    }
    const sandbox::Outcome outcome =
        TRY(slot.run(spec, sandbox::BoxOptions{checker.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return std::nullopt;
    }
    return TRY(judgementOf(checker.kind, checker.name + " on " + output.caseName, outcome, m_allowance.output));
}

LaunchSpec CustomChecking::specFor(const CheckerProgram& checker, const OutputToJudge& output, int answer) const {
    const std::chrono::nanoseconds cpuTime = m_allowance.cpuTime;
    LaunchSpec spec = sandbox::checkingSpec({cpuTime, 2 * cpuTime + Patience, m_allowance.memory + checker.extraMemory},
                                            {output.input, answer}, {});
    spec.limits.fileSpace = spec.limits.fileSpace + m_allowance.output + checker.fileSpace;
    spec.collect = feedbackFiles(spec.limits.fileSpace);
    spec.limits.output = m_allowance.output;
    spec.limits.processes = std::max(spec.limits.processes, checker.processes);
    spec.arguments = commandOf(checker, output.comparator.arguments);
    spec.environment = checker.environment;
    for (const ProgramFile& file : checker.program->files) {
        spec.files.push_back({Area::Program, file.path, file.content.get(), file.executable});
    }
    showOutput(spec, checker.kind, output.output);
    return spec;
}

} // namespace grindstone::judge
