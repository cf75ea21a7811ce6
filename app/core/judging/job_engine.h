// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_board.h"
#include "app/core/judging/judge_function.h"
#include "app/core/judging/own_jobs.h"
#include "app/core/judging/turn.h"

#include <chrono>
#include <filesystem>

namespace grindstone::core {

/// What an engine hears, beyond what others do.
class EngineListener : public JobListener {
public:
    /// The job's end could not be written, and it is in no history yet; finished() follows. Written later if possible:
    /// by this engine, or by whoever judges it again.
    virtual void unwritten(JobId, const Error&) {}
};

struct EngineSetup {
    std::filesystem::path database;
    ProblemSource problems; ///< for jobs whose problem wasn't handed in with them
    JudgeFunction judge;
    Adoption adoption = Adoption::None;
    /// How long a waiting job whose owner could begin it holds up others.
    std::chrono::milliseconds patience{5000};
};

/// The queue as one process takes part in it: accepts jobs, judges its own ones (and abandoned ones, where it adopts)
/// when it is their turn among all processes', and writes down how they end. Thread-safe. Jobs are judged one after
/// the other on a thread of its own; the listener hears of them from the engine's threads, one call at a time.
class JobEngine : public JobBoard {
public:
    /// `listener` outlives the engine. Returns at once. Needs a QCoreApplication.
    JobEngine(EngineSetup setup, EngineListener& listener);
    /// Stops what runs: it waits again, as does what waited, and is anybody's. The listener hears of neither. Not to be
    /// called by the listener.
    ~JobEngine() override;

    Result<JobId> submit(const JobOrder& order) override { return submit(order, std::nullopt); }
    /// The same with the problem at hand, which then need not be found by its id, nor exist any more.
    Result<JobId> submit(const JobOrder& order, KnownProblem problem);
    /// Has a job judged that could not be written, next in this process. It has a negative number, and is on no board.
    /// When it is judged, the listener hears that it is unwritten, and why.
    JobId submitUnwritten(JobOrder order, KnownProblem problem, Error why);

    Result<bool> cancel(JobId job) override;
    Result<std::optional<JobView>> find(JobId job) override;
    Result<std::vector<JobView>> list(int most, bool unfinished) override;
    Result<std::optional<std::string>> report(JobId job) override;

    /// Own jobs that wait; not the one that runs.
    int waiting() const;
    /// From now on.
    void adopt(Adoption adoption);
    /// What there is to do for this engine: its own jobs that are not finished, and what adopt() has it judge.
    Result<std::vector<JobId>> left(Adoption adoption);

private:
    class Hearing;
    class Clerk;
    class Worker;

    OwnJobs m_jobs;
    std::unique_ptr<Hearing> m_hearing;
    std::unique_ptr<Clerk> m_clerk;
    std::unique_ptr<Worker> m_worker; ///< ends before the clerk whom the listener may ask meanwhile
};

} // namespace grindstone::core
