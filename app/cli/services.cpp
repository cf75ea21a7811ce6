// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/services.h"

#include "app/core/judging/job_end.h"
#include "app/core/judging/sandbox_start.h"
#include "app/core/library/problem_source.h"

namespace grindstone::cli {

Services::Services() : m_paths(core::Paths::fromEnvironment()) {}

const judge::LanguageCatalogue& Services::languages() {
    if (!m_languages) {
        m_languages = judge::LanguageCatalogue::load({judge::findResources() / "languages", m_paths.ownLanguages()});
    }
    return *m_languages;
}

const core::Library& Services::library() {
    if (!m_library) {
        m_library.emplace(m_paths.packRoots());
        m_library->scan();
    }
    return *m_library;
}

Result<core::Store*> Services::store() {
    if (!m_store) {
        TRY(m_paths.ensure());
        m_store = TRY(core::Store::open(m_paths.database()));
    }
    return m_store.get();
}

Result<sandbox::Sandbox*> Services::sandbox() {
    if (!m_sandbox) {
        m_sandbox = TRY(core::startSandbox(m_paths));
    }
    return m_sandbox.get();
}

core::JobEngine& Services::jobs() {
    if (!m_jobs) {
        core::EngineSetup setup;
        setup.database = m_paths.database();
        setup.problems = core::problemsIn(m_paths.packRoots());
        setup.judge = [this](const judge::JudgeRequest& request, const judge::ProgressSink& sink,
                             std::stop_token stop) { return judgeJob(request, sink, std::move(stop)); };
        m_jobs = std::make_unique<core::JobEngine>(std::move(setup), m_jobEvents);
    }
    return *m_jobs;
}

/// On the engine's thread. The command has had the judge started before it waits for the engine.
judge::Report Services::judgeJob(const judge::JudgeRequest& request, const judge::ProgressSink& sink,
                                 std::stop_token stop) {
    const Result<judge::Judge*> started = judge();
    return started ? (*started)->judge(request, sink, std::move(stop))
                   : core::failedReport(core::toOrder(request), started.error());
}

void Services::finishPreparing(std::stop_token stop) {
    if (m_judge != nullptr) {
        m_judge->finishPreparing(std::move(stop));
    }
}

Result<judge::Judge*> Services::judge() {
    if (!m_judge) {
        sandbox::Sandbox* boxes = TRY(sandbox());
        m_judge = std::make_unique<judge::Judge>(*boxes, boxes->capabilities(), languages(),
                                                 judge::JudgeOptions{m_workers, m_paths.cache});
    }
    return m_judge.get();
}

} // namespace grindstone::cli
