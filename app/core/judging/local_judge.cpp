// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/local_judge.h"

#include "app/core/judging/job_end.h"
#include "app/core/judging/sandbox_start.h"

namespace grindstone::core {

LocalJudge::LocalJudge(const judge::LanguageCatalogue& languages, Paths paths)
    : m_languages(languages), m_paths(std::move(paths)) {}

LocalJudge::~LocalJudge() = default;

Result<sandbox::Capabilities> LocalJudge::start() {
    const std::scoped_lock lock(m_mutex);
    if (!m_judge) {
        m_sandbox = TRY(startSandbox(m_paths));
        m_judge = std::make_unique<judge::Judge>(*m_sandbox, m_sandbox->capabilities(), m_languages,
                                                 judge::JudgeOptions{0, m_paths.cache});
    }
    return m_sandbox->capabilities();
}

Result<sandbox::BoxSource*> LocalJudge::boxes() {
    TRY(start());
    return m_sandbox.get();
}

judge::Report LocalJudge::judge(const judge::JudgeRequest& request, const judge::ProgressSink& progress,
                                std::stop_token stop) {
    if (const Result<sandbox::Capabilities> started = start(); !started) {
        return failedReport(toOrder(request), started.error());
    }
    return m_judge->judge(request, progress, std::move(stop));
}

} // namespace grindstone::core
