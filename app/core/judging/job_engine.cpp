// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_engine.h"

#include "app/core/judging/job_clerk.h"
#include "app/core/judging/job_hearing.h"
#include "app/core/judging/job_worker.h"

namespace grindstone::core {

JobEngine::JobEngine(EngineSetup setup, EngineListener& listener) {
    const JobOwner owner = JobOwner::newInThisProcess();
    m_hearing = std::make_unique<Hearing>(listener);
    m_clerk = std::make_unique<Clerk>(setup.database, owner, m_jobs, *m_hearing);
    m_worker = std::make_unique<Worker>(std::move(setup), owner, m_jobs, *m_clerk, *m_hearing);
}

JobEngine::~JobEngine() = default;

Result<JobId> JobEngine::submit(const JobOrder& order, KnownProblem problem) {
    return m_clerk->submit(order, std::move(problem));
}

JobId JobEngine::submitUnwritten(JobOrder order, KnownProblem problem, Error why) {
    return m_jobs.addUnwritten({0, std::move(order), std::move(problem), std::move(why)});
}

Result<bool> JobEngine::cancel(JobId job) {
    return m_clerk->cancel(job);
}

Result<std::optional<JobView>> JobEngine::find(JobId job) {
    return m_clerk->find(job);
}

Result<std::vector<JobView>> JobEngine::list(int most, bool unfinished) {
    return m_clerk->list(most, unfinished);
}

Result<std::optional<std::string>> JobEngine::report(JobId job) {
    return m_clerk->report(job);
}

int JobEngine::waiting() const {
    return m_jobs.waiting();
}

void JobEngine::adopt(Adoption adoption) {
    m_worker->adopt(adoption);
}

Result<std::vector<JobId>> JobEngine::left(Adoption adoption) {
    return m_clerk->left(adoption);
}

} // namespace grindstone::core
