// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_run.h"

#include "judge/checker/checker_judgement.h"
#include <sys/stat.h>

#include <algorithm>

namespace grindstone::judge {

using sandbox::Area;
using sandbox::LaunchSpec;

namespace {

constexpr std::chrono::seconds Patience(5);
constexpr Bytes LargestFeedback = Bytes::mib(256);

/// Large enough for whatever there is room for, so that a file that is too large is seen, and not taken for none.
std::vector<sandbox::FileOut> feedbackFiles(Bytes space, bool all) {
    std::vector<sandbox::FileOut> files;
    if (all) {
        return {{sandbox::FileOut::Everything, std::min(space, LargestFeedback), Area::Feedback}};
    }
    for (const char* name :
         {JudgeMessageFile, TeamMessageFile, JudgeErrorFile, ScoreFile, ScoreFactorFile, InteractorOutput}) {
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

/// An interactor of testlib's writes the file that a checker reads.
std::vector<std::string> commandOf(const CheckerProgram& checker, const CheckedCase& checked) {
    std::vector<std::string> command = checker.command;
    command.emplace_back("/case/input");
    if (checker.kind == CheckerKind::Icpc) {
        command.insert(command.end(), {"/case/answer", "/feedback/"});
    } else {
        command.push_back(checked.output < 0 ? std::string("/feedback/") + InteractorOutput : "/case/output");
        command.emplace_back("/case/answer");
    }
    command.insert(command.end(), checked.arguments.begin(), checked.arguments.end());
    return command;
}

void layInFeedback(LaunchSpec& spec, const FeedbackRules& feedback) {
    if (!feedback.files) {
        return;
    }
    for (const sandbox::CollectedFile& file : *feedback.files) {
        if (file.path == NextPassFile) {
            continue; // It has become the input.
        }
        spec.files.push_back({Area::Feedback, file.path, file.file.get(), false});
        spec.limits.fileSpace = spec.limits.fileSpace + file.size;
    }
}

} // namespace

CheckerAllowance allowanceOf(const ProblemLimits& limits) {
    return {limits.validationTime, limits.validationMemory, limits.validationOutput};
}

std::chrono::nanoseconds wallTimeOf(const CheckerAllowance& allowance) {
    return 2 * allowance.cpuTime + Patience;
}

LaunchSpec packageProgramSpec(const BuiltProgram& program, const CheckerAllowance& allowance,
                              const sandbox::CaseFiles& files) {
    LaunchSpec spec = sandbox::checkingSpec(
        {allowance.cpuTime, wallTimeOf(allowance), allowance.memory + program.extraMemory}, files, {});
    spec.limits.fileSpace = spec.limits.fileSpace + allowance.output + program.fileSpace;
    spec.limits.output = allowance.output;
    spec.limits.processes = std::max(spec.limits.processes, program.processes);
    spec.environment = program.environment;
    for (const ProgramFile& file : program.program->files) {
        spec.files.push_back({Area::Program, file.path, file.content.get(), file.executable});
    }
    spec.arguments = program.command;
    return spec;
}

LaunchSpec checkerSpec(const CheckerProgram& checker, const CheckerAllowance& allowance, const CheckedCase& checked) {
    LaunchSpec spec = packageProgramSpec(checker, allowance, {checked.input, checked.answer});
    layInFeedback(spec, checked.feedback);
    spec.collect = feedbackFiles(spec.limits.fileSpace, checked.feedback.lasts);
    spec.arguments = commandOf(checker, checked);
    if (checked.output >= 0) {
        showOutput(spec, checker.kind, checked.output);
    }
    return spec;
}

LaunchSpec staticCheckerSpec(const CheckerProgram& checker, const CheckerAllowance& allowance,
                             const CheckedSources& checked) {
    LaunchSpec spec = packageProgramSpec(checker, allowance, {});
    for (const ProgramFile& file : checked.files) {
        spec.files.push_back({Area::Work, file.path, file.content.get(), false});
        spec.limits.fileSpace = spec.limits.fileSpace + sizeOf(file.content.get());
    }
    spec.collect = feedbackFiles(spec.limits.fileSpace, false);
    spec.arguments.insert(spec.arguments.end(), {checked.language, checked.entry, "/feedback/"});
    spec.arguments.insert(spec.arguments.end(), checked.arguments.begin(), checked.arguments.end());
    return spec;
}

LaunchSpec graderSpec(const CheckerProgram& grader, const CheckerAllowance& allowance, int input,
                      const std::vector<std::string>& arguments) {
    LaunchSpec spec = packageProgramSpec(grader, allowance, {});
    spec.arguments.insert(spec.arguments.end(), arguments.begin(), arguments.end());
    spec.standardInput = input;
    return spec;
}

} // namespace grindstone::judge
