// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "app/core/judging/turn.h"
#include "app/core/store/submission_repository.h"

#include <functional>

namespace grindstone::core {

/// A job that its owner has begun.
struct BegunJob {
    JobId id = 0;
    JobOrder order;
    std::optional<Error> unreadable; ///< the order was damaged: it can only fail
};

/// How a job ended. Plain value.
struct JobEnd {
    JobState state = JobState::Done;
    std::optional<judge::Verdict> verdict;
    std::optional<Error> error;
    std::string report;                         ///< JSON
    std::optional<StoredSubmission> submission; ///< for the history
};

/// The jobs: what waits, what runs, and what became of the rest. Every change of a job's state is one transaction, and
/// none is made for an owner that the job no longer has. Failures are "store.…".
class JobRepository {
public:
    explicit JobRepository(const Store& store) : m_store(store) {}

    /// What an order may weigh: sources and inputs together.
    static constexpr std::size_t LargestOrder = std::size_t{64} << 20;
    /// Fails with "store.too-large", too.
    Result<JobId> add(const JobOrder& order, const JobOwner& owner);

    /// Without `held`, which needs a look at the owner's process.
    Result<std::optional<JobView>> find(JobId job) const;
    /// The newest first.
    Result<std::vector<JobView>> list(int most, bool unfinished) const;
    Result<std::optional<std::string>> report(JobId job) const;
    /// All that is unfinished: what runs, then what waits, each in the queue's order.
    Result<std::vector<QueueEntry>> queue() const;
    Result<bool> isCancelRequested(JobId job) const;

    /// Has `decide` look at the queue and does what it says: queues abandoned jobs again, or ends those that were to be
    /// cancelled; and has `owner` begin the one that it chose. Nothing when it chose none.
    Result<std::optional<BegunJob>> take(const JobOwner& owner,
                                         const std::function<Turn(const std::vector<QueueEntry>&)>& decide);
    /// State, report and history at once. False, and nothing changed, when the job isn't the owner's to end any more.
    Result<bool> finish(JobId job, const JobOwner& owner, const JobEnd& end);
    /// Ends a job that waits, asks for the end of one that runs. The state that it had; nothing when it had ended or
    /// never was.
    Result<std::optional<JobState>> cancel(JobId job);
    /// The owner goes: its running job waits again as if it had not been begun (or ends, when it was to be cancelled),
    /// and all that waits is anybody's.
    Result<void> release(const JobOwner& owner);

private:
    const Store& m_store;
};

} // namespace grindstone::core
