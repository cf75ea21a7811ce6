// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job_events.h"
#include "app/core/library/library.h"
#include "app/core/settings/paths.h"
#include "app/core/store/store.h"
#include "judge/engine/judge.h"
#include "judge/language/language_catalogue.h"
#include "sandbox/sandbox.h"

#include <memory>
#include <optional>

namespace grindstone::cli {

/// The one place where the program is put together. Each part is made when it is first asked for: listing problems
/// starts no sandbox, judging a package folder opens no database. What is returned lives as long as this object.
class Services {
public:
    Services();

    const core::Paths& paths() const { return m_paths; }
    const judge::LanguageCatalogue& languages();
    /// Scanned. Packages that cannot be read are in its problems().
    const core::Library& library();
    /// Fails with "home.unwritable" or a "store.…".
    Result<core::Store*> store();
    /// Fails as core::startSandbox() does. A machine that allows no sandbox is not a failure.
    Result<sandbox::Sandbox*> sandbox();
    Result<judge::Judge*> judge();
    /// How many cases the judge is to run at once, 0: one for each physical core. Before judge() is first called.
    void setWorkers(unsigned workers) { m_workers = workers; }

    /// The queue, of which this process judges its own jobs. Nothing is opened before it is used.
    core::JobEngine& jobs();
    /// What jobs() has to tell.
    JobEvents& jobEvents() { return m_jobEvents; }
    bool hasJobs() const { return m_jobs != nullptr; }
    /// Stops what jobs() judges and gives back what waits.
    void closeJobs() { m_jobs.reset(); }

    /// True while the judge prepares what makes compiling faster; see judge::Judge::finishPreparing().
    bool isPreparing() const { return m_judge != nullptr && m_judge->isPreparing(); }
    void finishPreparing(std::stop_token stop);

private:
    judge::Report judgeJob(const judge::JudgeRequest& request, const judge::ProgressSink& sink, std::stop_token stop);

    core::Paths m_paths;
    unsigned m_workers = 0;
    std::optional<judge::LanguageCatalogue> m_languages;
    std::optional<core::Library> m_library;
    std::unique_ptr<core::Store> m_store;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<judge::Judge> m_judge; // after what it refers to
    JobEvents m_jobEvents;
    std::unique_ptr<core::JobEngine> m_jobs; // last: its thread uses the others
};

} // namespace grindstone::cli
