// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_feedback.h"
#include "judge/compare/explanation.h"
#include "judge/engine/submission.h"
#include "judge/report/interaction.h"
#include "judge/report/score.h"
#include "judge/report/static_result.h"
#include "judge/verdict.h"
#include "sandbox/base/result.h"
#include "sandbox/capabilities.h"
#include "sandbox/outcome.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

struct Diagnostic {
    std::string file;
    int line = 0;         ///< from 1; 0 unknown
    int column = 0;       ///< from 1; 0 unknown
    std::string severity; ///< "error", "warning", "note"
    std::string message;
};

struct CompileResult {
    bool ok = false;
    std::chrono::milliseconds wall{0};
    bool cached = false;
    std::string output; ///< all that the compiler said, UTF-8
    std::vector<Diagnostic> diagnostics;
    std::optional<sandbox::LimitHit> limit; ///< the limit that the compiler ran into
    std::optional<int> signal;              ///< what the compiler itself died of
};

/// What a program wrote, shared between the report, the window and the history.
using SharedCapture = std::shared_ptr<const sandbox::Capture>;

/// Reads at most `most` bytes of a capture from `offset`; empty for a null one.
std::string readCapture(const SharedCapture& capture, std::uint64_t offset, std::uint64_t most);

/// What a program's runtime said of its end: the name of an exception and what came with it, each cut at 200 bytes. One
/// of them may be empty. The program's own words: not to be shown where a case is hidden.
struct UncaughtError {
    std::string name;    ///< "ZeroDivisionError", "java.lang.StackOverflowError", "panic"
    std::string message; ///< "division by zero"
};

/// How one pass of a multi-pass problem's case went.
struct PassReport {
    std::optional<Verdict> verdict; ///< Accepted also where another pass follows
    std::chrono::nanoseconds cpu{0};
    std::chrono::nanoseconds wall{0};
    Bytes memory;
    std::optional<int> exitCode;
    std::optional<int> signal;
    sandbox::LimitHit limit = sandbox::LimitHit::None;
    SharedCapture input;  ///< its beginning; null where the person may not see it, and for an interactive problem
    SharedCapture output; ///< the same
    std::optional<Interaction> interaction;
};

/// How one case went.
struct CaseResult {
    std::string name;
    Visibility visibility = Visibility::Shown;
    std::optional<Verdict> verdict; ///< none: a custom case without an answer
    std::chrono::nanoseconds cpu{0};
    std::chrono::nanoseconds wall{0};
    Bytes memory;
    std::optional<int> exitCode;
    std::optional<int> signal;
    std::optional<UncaughtError> uncaught; ///< of a runtime error
    sandbox::LimitHit limit = sandbox::LimitHit::None;
    bool idle = false;                   ///< the wall limit ended it while it slept or waited
    std::chrono::nanoseconds starved{0}; ///< of `wall`, what the wall limit did not count, since others had the CPU
    Explanation explanation;
    CheckerFeedback feedback;        ///< of a checker of the package's; empty otherwise
    std::optional<Error> error;      ///< for JudgeError
    std::filesystem::path inputPath; ///< empty where there is a customInput
    std::filesystem::path answerPath;
    std::vector<std::string> arguments;     ///< of the command line
    std::vector<PackageFile> files;         ///< in the program's working folder
    std::optional<std::string> customInput; ///< of custom cases, and empty for cases without an input file
    std::optional<std::string> customAnswer;
    SharedCapture standardOutput;
    SharedCapture standardError;
    std::vector<PassReport> passes; ///< of multi-pass problems; times and memory of the case are the largest of them,
                                    ///< all else is the last one's
    std::optional<Interaction> interaction; ///< of interactive problems, also where nothing ran
    bool rerun = false;
    std::vector<std::string> blockedCalls;
    std::optional<double> score;    ///< of a scored problem's case that counts for itself
    std::optional<double> maxScore; ///< what the case is worth; none: unbounded, or not known

    /// False for what the program never read itself: only its interactor did, and no person is to see that.
    bool ownsFiles() const { return !interaction || customInput; }
};

/// The limits that a submission really had, the language's multiplier included.
struct EffectiveLimits {
    std::chrono::milliseconds cpuTime{0};
    std::chrono::milliseconds wallTime{0};
    Bytes memory;
    Bytes output;
    LimitSource source = LimitSource::Default;
};

/// What a submission was compiled or run with.
struct UsedToolchain {
    std::string version;              ///< first line of its version command; empty where it isn't known
    std::vector<std::string> compile; ///< the compiler's command line in the box, without what only makes it faster
};

/// All about a judged submission. Plain value.
struct Report {
    std::string problemId;
    std::string language;
    Mode mode = Mode::Submit;
    std::optional<Verdict> verdict; ///< none: only custom cases without answers, and nothing crashed
    std::string comparator;
    UsedToolchain toolchain;
    CompileResult compile;
    EffectiveLimits limits;
    std::chrono::milliseconds wall{0};
    sandbox::Tier tier = sandbox::Tier::None;
    sandbox::MemorySource memorySource = sandbox::MemorySource::Readings;
    std::vector<CaseResult> cases;           ///< in case order, skipped ones included
    std::optional<double> score;             ///< of a scored problem; none where a rejected submission has none
    std::optional<double> maxScore;          ///< full marks; none: unbounded, or not known
    std::vector<GroupResult> groups;         ///< of a scored problem, the whole first, each before those in it
    std::vector<StaticResult> staticResults; ///< what the package's program says of the sources, before the cases
    std::optional<Error> error;              ///< for JudgeError
    bool cancelled = false;                  ///< stopped by the person: not an attempt

    std::size_t passed() const;
    /// True for Accepted, and for a run without answers in which nothing crashed.
    bool success() const;
};

} // namespace grindstone::judge
