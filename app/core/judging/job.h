// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/verdict.h"
#include "sandbox/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::core {

/// Never 0, never used twice in a database.
using JobId = std::int64_t;

/// What a person wants judged, as it is kept until it is: nothing in it belongs to a process. Plain value.
struct JobOrder {
    std::string problemId; ///< "starter/two-sum"
    std::string language;  ///< id
    std::vector<judge::SourceFile> sources;
    judge::Mode mode = judge::Mode::Submit;
    bool allCases = false;
    std::vector<judge::CustomCase> customCases; ///< Run only: instead of the samples
};

enum class JobState {
    Queued,    ///< accepted: it survives the end of every process
    Running,   ///< by a process that lives, or lived a moment ago
    Done,      ///< judged, whatever the verdict
    Cancelled, ///< by a person; never judged to its end
    Failed,    ///< could not be judged: `error` says why
};

/// "queued", "running", …: what the database, JSON and the command line say.
std::string_view code(JobState state);

/// What is known of a job at one moment. Plain value.
struct JobView {
    JobId id = 0;
    JobState state = JobState::Queued;
    judge::Mode mode = judge::Mode::Submit;
    std::string problemId;
    std::string language;
    int position = 0;  ///< jobs that come before it; 0 also for what isn't queued
    int attempts = 0;  ///< how often it was begun
    bool held = false; ///< queued, but begun so often by processes that died that only a person's wish has it begun
    std::chrono::system_clock::time_point createdAt;
    std::optional<std::chrono::system_clock::time_point> startedAt;
    std::optional<std::chrono::system_clock::time_point> finishedAt;
    std::optional<judge::Verdict> verdict; ///< of a finished one
    std::optional<JobId> submission;       ///< its row in the history, where it has one
    std::optional<Error> error;
};

} // namespace grindstone::core
