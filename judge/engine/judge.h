// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language_catalogue.h"
#include "judge/report/report.h"
#include "sandbox/box.h"
#include "sandbox/capabilities.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <variant>

namespace grindstone::judge {

/// What happens while a submission is judged, in the order in which it happens.
struct CompileStarted {};
struct CompileFinished {
    CompileResult result;
};
struct CasesPlanned {
    std::vector<std::string> names;
};
struct CaseStarted {
    std::size_t index = 0;
};
struct CaseFinished {
    std::size_t index = 0;
    CaseResult result;
};
using Progress = std::variant<CompileStarted, CompileFinished, CasesPlanned, CaseStarted, CaseFinished>;

/// Called from the judge's threads, one call at a time.
using ProgressSink = std::function<void(const Progress&)>;

/// Compiles a submission and runs it on a problem's cases, in parallel on a pool of workers with a box each. Blocking
/// and thread-safe; keep one for the life of the process.
class Judge {
public:
    /// `workers` 0 means one per physical core. `boxes` and `languages` outlive the judge.
    Judge(sandbox::BoxSource& boxes, sandbox::Capabilities capabilities, const LanguageCatalogue& languages,
          unsigned workers = 0);
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    /// Never fails: what went wrong on our side is a report with JudgeError and its error. A stop request ends it
    /// within a moment, with `cancelled` set.
    Report judge(const JudgeRequest& request, const ProgressSink& progress, std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace grindstone::judge
