// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/fake_board.h"

#include "app/core/text/text.h"

#include <nlohmann/json.hpp>

#include <ranges>

namespace grindstone::server::test {

using core::JobId;
using core::JobState;
using core::JobView;

namespace {

bool isUnfinished(const JobView& job) {
    return job.state == JobState::Queued || job.state == JobState::Running;
}

} // namespace

Result<JobId> FakeBoard::submit(const core::JobOrder& order) {
    const std::lock_guard lock(m_mutex);
    if (m_error) {
        return fail(*m_error);
    }
    Job job{{}, order, {}};
    job.view.id = static_cast<JobId>(m_jobs.size()) + 1;
    job.view.mode = order.mode;
    job.view.problemId = order.problemId;
    job.view.language = order.language;
    job.view.createdAt = std::chrono::system_clock::now();
    for (const auto& [id, other] : m_jobs) {
        job.view.position += isUnfinished(other.view) ? 1 : 0;
    }
    return m_jobs.emplace(job.view.id, job).first->first;
}

Result<bool> FakeBoard::cancel(JobId job) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_jobs.find(job);
        if (found == m_jobs.end() || !isUnfinished(found->second.view)) {
            return false;
        }
        found->second.view.state = JobState::Cancelled;
    }
    if (listener != nullptr) {
        judge::Report report;
        report.cancelled = true;
        listener->finished(job, std::make_shared<judge::Report>(report));
    }
    return true;
}

Result<std::optional<JobView>> FakeBoard::find(JobId job) {
    const std::lock_guard lock(m_mutex);
    if (m_error) {
        return fail(*m_error);
    }
    const auto found = m_jobs.find(job);
    return found == m_jobs.end() ? std::nullopt : std::optional(found->second.view);
}

Result<std::vector<JobView>> FakeBoard::list(int most, bool unfinished) {
    const std::lock_guard lock(m_mutex);
    ++listed;
    std::vector<JobView> views;
    for (const auto& [id, job] : std::views::reverse(m_jobs)) {
        if (static_cast<int>(views.size()) < most && (!unfinished || isUnfinished(job.view))) {
            views.push_back(job.view);
        }
    }
    return views;
}

Result<std::optional<std::string>> FakeBoard::report(JobId job) {
    const std::lock_guard lock(m_mutex);
    return m_jobs.at(job).report;
}

void FakeBoard::start(JobId job) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.at(job).view.state = JobState::Running;
        m_jobs.at(job).view.startedAt = std::chrono::system_clock::now();
        m_jobs.at(job).view.attempts = 1;
        m_jobs.at(job).view.position = 0;
    }
    listener->started(job);
}

void FakeBoard::progress(JobId job, const judge::Progress& news) {
    listener->progressed(job, news);
}

void FakeBoard::finish(JobId job, judge::Report report) {
    {
        const std::lock_guard lock(m_mutex);
        Job& finished = m_jobs.at(job);
        finished.view.state = report.error ? JobState::Failed : JobState::Done;
        finished.view.finishedAt = std::chrono::system_clock::now();
        finished.view.verdict = report.verdict;
        finished.view.error = report.error;
        finished.view.submission = 7;
        finished.report = judge::toJson(report, core::text::jsonOptions(false)).dump();
    }
    listener->finished(job, std::make_shared<judge::Report>(std::move(report)));
}

void FakeBoard::change(JobId job, JobState state, int position) {
    const std::lock_guard lock(m_mutex);
    m_jobs.at(job).view.state = state;
    m_jobs.at(job).view.position = position;
}

void FakeBoard::failWith(std::optional<Error> error) {
    const std::lock_guard lock(m_mutex);
    m_error = std::move(error);
}

core::JobOrder FakeBoard::order(JobId job) {
    const std::lock_guard lock(m_mutex);
    return m_jobs.at(job).order;
}

judge::CaseResult passedCase(const std::string& name) {
    judge::CaseResult result;
    result.name = name;
    result.verdict = judge::Verdict::Accepted;
    result.cpu = std::chrono::milliseconds(12);
    result.wall = std::chrono::milliseconds(15);
    result.memory = Bytes(1 << 20);
    return result;
}

judge::Report acceptedReport(const std::string& problem, int cases) {
    judge::Report report;
    report.problemId = problem;
    report.language = "cpp";
    report.verdict = judge::Verdict::Accepted;
    report.compile.ok = true;
    for (int i = 0; i < cases; ++i) {
        report.cases.push_back(passedCase("case " + std::to_string(i)));
    }
    return report;
}

} // namespace grindstone::server::test
