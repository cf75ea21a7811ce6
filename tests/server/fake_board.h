// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_board.h"

#include <map>
#include <mutex>

namespace grindstone::server::test {

/// A board in memory, whose jobs go on only when the test says so.
class FakeBoard final : public core::JobBoard {
public:
    Result<core::JobId> submit(const core::JobOrder& order) override;
    Result<bool> cancel(core::JobId job) override;
    Result<std::optional<core::JobView>> find(core::JobId job) override;
    Result<std::vector<core::JobView>> list(int most, bool unfinished) override;
    Result<std::optional<std::string>> report(core::JobId job) override;

    /// What this process's judge does, and tells the listener.
    void start(core::JobId job);
    void progress(core::JobId job, const judge::Progress& news);
    void finish(core::JobId job, judge::Report report);
    /// What another process does, of which nobody is told.
    void change(core::JobId job, core::JobState state, int position = 0);
    /// From now on every call fails so.
    void failWith(std::optional<Error> error);

    core::JobOrder order(core::JobId job);
    /// Calls of list(), which is what takes long.
    int listed = 0;
    core::JobListener* listener = nullptr;

private:
    struct Job {
        core::JobView view;
        core::JobOrder order;
        std::optional<std::string> report;
    };
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::map<core::JobId, Job> m_jobs;
};

judge::CaseResult passedCase(const std::string& name);
/// Accepted, with as many cases.
judge::Report acceptedReport(const std::string& problem, int cases);

} // namespace grindstone::server::test
