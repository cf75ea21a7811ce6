// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/submission_runner.h"

#include <atomic>
#include <thread>

namespace grindstone::judge {

namespace {

/// Counts each case once, however often it is told of.
class CaseCount {
public:
    bool add(const Progress& event) {
        if (const auto* planned = std::get_if<CasesPlanned>(&event)) {
            m_finished.assign(planned->names.size(), false);
        }
        const auto* finished = std::get_if<CaseFinished>(&event);
        if (finished == nullptr || finished->index >= m_finished.size() || m_finished[finished->index]) {
            return false;
        }
        m_finished[finished->index] = true;
        ++m_count;
        return true;
    }
    std::size_t count() const { return m_count; }

private:
    std::vector<bool> m_finished;
    std::size_t m_count = 0;
};

} // namespace

void SubmissionRunner::run(const std::vector<SubmissionTask>& tasks, const std::vector<std::string>& keys,
                           const RunSink& sink, const RunsSink& progress, const std::stop_token& stop) {
    m_progress = {};
    m_sink = &progress;
    for (const SubmissionTask& task : tasks) {
        m_progress.total += task.problem->cases.size();
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index = next++; index < tasks.size() && !stop.stop_requested(); index = next++) {
            const SubmissionRun run = runOne(tasks[index], keys[index], stop);
            const std::lock_guard lock(m_mutex);
            if (!run.report.cancelled && sink(index, run) && !run.cached) {
                m_memory.remember(keys[index], run.report);
            }
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_atOnce, tasks.size()); ++i) {
        threads.emplace_back(work);
    }
}

SubmissionRun SubmissionRunner::runOne(const SubmissionTask& task, const std::string& key,
                                       const std::stop_token& stop) {
    const std::size_t cases = task.problem->cases.size();
    if (m_freshness == Freshness::Remembered) {
        if (std::optional<Report> known = m_memory.recall(key)) {
            caseDone(task, cases);
            return {*std::move(known), true};
        }
    }
    caseDone(task, 0);
    CaseCount counted;
    SubmissionRun run;
    run.report = m_judge.judge(
        requestFor(task),
        [&](const Progress& event) {
            if (counted.add(event)) {
                caseDone(task, 1);
            }
        },
        stop);
    dropCaptures(run.report);
    caseDone(task, cases - std::min(cases, counted.count()));
    return run;
}

void SubmissionRunner::caseDone(const SubmissionTask& task, std::size_t count) {
    const std::lock_guard lock(m_mutex);
    m_progress.done += count;
    m_progress.submission = task.submission.path;
    if (*m_sink) {
        (*m_sink)(m_progress);
    }
}

} // namespace grindstone::judge
