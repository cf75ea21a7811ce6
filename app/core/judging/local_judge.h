// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings/paths.h"
#include "judge/engine/judge.h"

#include <memory>
#include <mutex>

namespace grindstone::sandbox {
class Sandbox;
}

namespace grindstone::core {

/// This machine's judge and its sandbox, started when they are first needed. Thread-safe; every call may block.
class LocalJudge {
public:
    /// `languages` outlives the judge.
    LocalJudge(const judge::LanguageCatalogue& languages, Paths paths);
    ~LocalJudge();
    LocalJudge(const LocalJudge&) = delete;
    LocalJudge& operator=(const LocalJudge&) = delete;

    /// Starts what isn't running yet, and says what it can do here. Fails as startSandbox() does; the next call tries
    /// again.
    Result<sandbox::Capabilities> start();

    /// Where other programs of ours run. Fails as start() does.
    Result<sandbox::BoxSource*> boxes();

    /// As judge::Judge::judge(); a sandbox that cannot start is a report with JudgeError and its error.
    judge::Report judge(const judge::JudgeRequest& request, const judge::ProgressSink& progress, std::stop_token stop);

private:
    const judge::LanguageCatalogue& m_languages;
    const Paths m_paths;
    std::mutex m_mutex; ///< held while starting only
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<judge::Judge> m_judge;
};

} // namespace grindstone::core
