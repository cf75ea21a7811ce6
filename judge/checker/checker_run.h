// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_program.h"
#include "judge/engine/output_judge.h"
#include "judge/engine/submission.h"
#include "sandbox/profiles.h"

namespace grindstone::judge {

/// What one run of a checker may use, before its language's own memory is added.
struct CheckerAllowance {
    std::chrono::milliseconds cpuTime{60000};
    Bytes memory = Bytes::mib(2048);
    Bytes output = Bytes::mib(8); ///< streams and feedback files together
};

CheckerAllowance allowanceOf(const ProblemLimits& limits);

/// How long a checker may live by the clock: one that waits for a CPU on a busy machine must not become a judge error.
std::chrono::nanoseconds wallTimeOf(const CheckerAllowance& allowance);

/// A run of a package's program as it stands, without arguments of a case. It may write files up to its output beside
/// what such a run may anyway.
sandbox::LaunchSpec packageProgramSpec(const BuiltProgram& program, const CheckerAllowance& allowance,
                                       const sandbox::CaseFiles& files);

/// What a checker looks at. Borrowed.
struct CheckedCase {
    int input = -1;
    int answer = -1;
    int output = -1; ///< what is checked, as a file or on stdin; -1: who is joined to it says it, and testlib's kind
                     ///< writes InteractorOutput
    const std::vector<std::string>& arguments;
    FeedbackRules feedback = {};
};

/// A run of a checker; what it leaves in /feedback is brought back as far as it is regular files: those that mean
/// something to us, or all where they last.
sandbox::LaunchSpec checkerSpec(const CheckerProgram& checker, const CheckerAllowance& allowance,
                                const CheckedCase& checked);

/// What a program that checks a submission itself looks at. Borrowed.
struct CheckedSources {
    std::string language; ///< ICPC code
    std::string entry;    ///< the file or class with which the submission begins
    const std::vector<std::string>& arguments;
    const std::vector<ProgramFile>& files; ///< for its working folder
};

/// A run of such a program: `validator LANGUAGE ENTRY FEEDBACK/ [ARGUMENT…]`.
sandbox::LaunchSpec staticCheckerSpec(const CheckerProgram& checker, const CheckerAllowance& allowance,
                                      const CheckedSources& checked);

/// A run of a legacy grader: `input`, borrowed, on stdin, and its grade on stdout.
sandbox::LaunchSpec graderSpec(const CheckerProgram& grader, const CheckerAllowance& allowance, int input,
                               const std::vector<std::string>& arguments);

} // namespace grindstone::judge
