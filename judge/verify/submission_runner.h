// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"
#include "judge/verify/run_memory.h"
#include "judge/verify/submission_run.h"

#include <mutex>

namespace grindstone::judge {

/// How far a package's submissions are: cases, and the submission that was heard of last.
struct RunsProgress {
    std::string submission; ///< empty: it is the package's data that is being worked on
    std::size_t done = 0;
    std::size_t total = 0;
};
/// Called from several threads, one call at a time.
using RunsSink = std::function<void(const RunsProgress&)>;

/// Whether outcomes of an earlier time will do.
enum class Freshness { Remembered, Fresh };

/// Judges many submissions on one judge, a few at a time: while the cases of one run, the next is compiled, so that no
/// worker of the judge waits for work. How many cases run at once stays the judge's business, and so does running one
/// alone whose time is in doubt.
class SubmissionRunner {
public:
    /// `judge` and `memory` outlive it. `atOnce` submissions are in the judge's hands together; one more than it has
    /// workers keeps them all busy.
    SubmissionRunner(Judge& judge, const RunMemory& memory, unsigned atOnce, Freshness freshness)
        : m_judge(judge), m_memory(memory), m_atOnce(atOnce), m_freshness(freshness) {}

    /// Told of each task's outcome once, with its place among the tasks, from several threads one at a time. Returns
    /// whether the outcome is to be remembered.
    using RunSink = std::function<bool(std::size_t index, const SubmissionRun& run)>;

    /// Blocks until all are judged, or until a moment after a stop request. `keys` has a key for each task; see
    /// runKey().
    void run(const std::vector<SubmissionTask>& tasks, const std::vector<std::string>& keys, const RunSink& sink,
             const RunsSink& progress, const std::stop_token& stop);

private:
    SubmissionRun runOne(const SubmissionTask& task, const std::string& key, const std::stop_token& stop);
    void caseDone(const SubmissionTask& task, std::size_t count);

    Judge& m_judge;
    const RunMemory& m_memory;
    const unsigned m_atOnce;
    const Freshness m_freshness;

    std::mutex m_mutex; ///< guards what follows, and makes sinks be called one at a time
    RunsProgress m_progress;
    const RunsSink* m_sink = nullptr;
};

} // namespace grindstone::judge
