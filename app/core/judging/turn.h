// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "app/core/judging/job_owner.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace grindstone::core {

/// A job that was begun this often by processes that died is held: judged only when a person asks for it.
constexpr int MostAttempts = 3;

/// Which jobs of dead owners an engine takes over.
enum class Adoption {
    None,
    Waiting,    ///< not those that are held
    Everything, ///< a person has asked for it
};

/// An unfinished job as those see it who wait for their turn. Plain value.
struct QueueEntry {
    JobId id = 0;
    JobState state = JobState::Queued;
    int attempts = 0;
    bool cancelRequested = false;
    std::optional<JobOwner> owner; ///< none: given back
};

/// Who asks, and what it knows.
struct TurnQuestion {
    JobOwner me;
    Adoption adoption = Adoption::None;
    std::set<JobId> passedOver; ///< waiting jobs whose owners have been given time enough
    std::function<Liveness(const JobOwner&)> liveness = livenessOf;
};

/// What may be done now.
struct Turn {
    std::vector<JobId> abandoned;    ///< running, by nobody: to be queued again
    std::optional<JobId> job;        ///< to be begun
    std::optional<JobId> waitingFor; ///< else: whose turn it is, queued or running
};

/// `queue` is in its order: what runs, and then what waits. One job is judged on the machine at a time, by its owner
/// while that lives; jobs that somebody abandoned are anybody's who adopts.
Turn nextTurn(const std::vector<QueueEntry>& queue, const TurnQuestion& question);

/// True for one that waits, or seems to run, and is nobody's, and whose adoption is wanted.
bool isAdoptable(const QueueEntry& entry, const TurnQuestion& question);

/// True where only a person's wish has it judged again.
bool isHeld(const QueueEntry& entry, const std::function<Liveness(const JobOwner&)>& liveness = livenessOf);

} // namespace grindstone::core
