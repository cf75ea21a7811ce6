// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/generate/generation_progress.h"
#include "judge/language/language_catalogue.h"
#include "judge/report/report.h"
#include "sandbox/box.h"
#include "sandbox/capabilities.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <variant>

namespace grindstone::judge {

class ProgramRunner;

/// What happens while a submission is judged, in the order in which it happens.
struct CompileStarted {};
struct CompileFinished {
    CompileResult result;
};
struct CasesPlanned {
    std::vector<std::string> names;
};
/// The package doesn't bring all cases that are needed: before anything else they are made, unless they were kept.
struct MakingCases {
    std::size_t done = 0; ///< of those to make
    std::size_t total = 0;
};
struct CaseStarted {
    std::size_t index = 0;
};
/// The machine has no memory for a case beside those that run: the limits of all of them together have to fit.
struct WaitingForMemory {
    std::size_t index = 0;
    bool over = false; ///< it has waited long enough
};
struct CaseFinished {
    std::size_t index = 0;
    CaseResult result;
};
using Progress = std::variant<MakingCases, CompileStarted, CompileFinished, CasesPlanned, CaseStarted, WaitingForMemory,
                              CaseFinished>;

/// Called from the judge's threads, one call at a time.
using ProgressSink = std::function<void(const Progress&)>;

struct JudgeOptions {
    unsigned workers = 0;                   ///< 0: one for each physical core
    std::filesystem::path cacheFolder;      ///< keeps compiled programs, what makes compiling fast and which
                                            ///< toolchains work, and cases that were made; empty: nothing is
                                            ///< kept beyond the judge's life
    Bytes mostMadeCases = Bytes::mib(4096); ///< on the disk; those in use stay in any case
};

/// Compiles a submission and runs it on a problem's cases, in parallel on a pool of workers with a box each. Blocking
/// and thread-safe; keep one for the life of the process.
class Judge {
public:
    /// `boxes` and `languages` outlive the judge.
    Judge(sandbox::BoxSource& boxes, sandbox::Capabilities capabilities, const LanguageCatalogue& languages,
          JudgeOptions options = {});
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    /// Never fails: what went wrong on our side is a report with JudgeError and its error. A stop request ends it
    /// within a moment, with `cancelled` set.
    Report judge(const JudgeRequest& request, const ProgressSink& progress, std::stop_token stop);

    /// The problem with all of its cases: made by the package's own programs, or kept from before. judge() does it by
    /// itself. Fails with "cases.not-made" (the detail names the place in the package, the case, the program and what
    /// it said), "cases.not-kept", "language.not-installed", as the box does, and with "judge.cancelled".
    Result<Problem> complete(Problem problem, const GenerationSink& progress, std::stop_token stop);

    /// Builds and runs what packages bring along, on this judge's workers: one gate rules all boxes. Lives as long.
    ProgramRunner& programs();

    /// After a verdict, what would have made compiling faster is made in the background. True while that goes on.
    bool isPreparing() const;
    /// Waits for it, or for a stop request. The destructor doesn't: it stops it.
    void finishPreparing(std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace grindstone::judge
