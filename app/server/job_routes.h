// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_board.h"
#include "app/server/job_feed.h"
#include "app/server/router.h"

namespace grindstone::server {

/// Makes of what a client wrote what is judged: the problem's whole id, a known language, sources that can be. Fails
/// as the command line does. Thread-safe.
using OrderCheck = std::function<Result<void>(core::JobOrder&)>;

struct QueueLimits {
    std::size_t unfinished = 10'000; ///< jobs that may be queued or running when another comes
};

/// The part of the service that has to do with jobs.
class JobRoutes {
public:
    /// All outlive this object.
    JobRoutes(core::JobBoard& board, JobFeed& feed, OrderCheck check, QueueLimits limits = {});

    std::vector<Route> routes();

private:
    Response accept(judge::Mode mode, const Call& call);
    Result<std::string> submit(judge::Mode mode, const std::string& body, core::JobId& job);
    Response list(const Call& call);
    Response show(const Call& call);
    Response cancel(const Call& call);
    Response events(const Call& call);
    Result<core::JobView> find(const Call& call);
    Result<std::string> document(const core::JobView& job);
    Result<void> makeRoom();

    core::JobBoard& m_board;
    JobFeed& m_feed;
    const OrderCheck m_check;
    const QueueLimits m_limits;
    std::mutex m_mutex;
    std::size_t m_unfinished; ///< at most so many; what ended since the last count is still in it
    std::chrono::steady_clock::time_point m_counted;
};

} // namespace grindstone::server
