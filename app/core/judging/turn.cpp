// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/turn.h"

namespace grindstone::core {

namespace {

enum class Standing {
    Mine,
    Theirs,  ///< of an owner that is alive and at work
    Idle,    ///< of an owner that is stopped: not to be waited for, and not to be taken away
    Orphaned ///< of nobody
};

Standing standing(const QueueEntry& entry, const TurnQuestion& question) {
    if (!entry.owner) {
        return Standing::Orphaned;
    }
    if (*entry.owner == question.me) {
        return Standing::Mine;
    }
    switch (question.liveness(*entry.owner)) {
    case Liveness::Dead:
        return Standing::Orphaned;
    case Liveness::Stopped:
        return Standing::Idle;
    case Liveness::Alive:
        break;
    }
    return Standing::Theirs;
}

bool adopts(const QueueEntry& entry, Adoption adoption) {
    return adoption == Adoption::Everything || (adoption == Adoption::Waiting && entry.attempts < MostAttempts);
}

/// A job of ours that counts as running does so because its end could not be written: we are here, and judge nothing.
void consider(const QueueEntry& running, const TurnQuestion& question, Turn& turn) {
    switch (standing(running, question)) {
    case Standing::Theirs:
        turn.waitingFor = running.id;
        break;
    case Standing::Orphaned:
        turn.abandoned.push_back(running.id);
        break;
    case Standing::Mine:
    case Standing::Idle:
        break;
    }
}

/// True when the search ends here.
bool decides(const QueueEntry& queued, const TurnQuestion& question, Turn& turn) {
    switch (standing(queued, question)) {
    case Standing::Mine:
        turn.job = queued.id;
        return true;
    case Standing::Orphaned:
        if (adopts(queued, question.adoption)) {
            turn.job = queued.id;
            return true;
        }
        return false;
    case Standing::Theirs:
        if (question.passedOver.contains(queued.id)) {
            return false;
        }
        turn.waitingFor = queued.id;
        return true;
    case Standing::Idle:
        break;
    }
    return false;
}

} // namespace

Turn nextTurn(const std::vector<QueueEntry>& queue, const TurnQuestion& question) {
    Turn turn;
    for (const QueueEntry& entry : queue) {
        if (entry.state == JobState::Running) {
            consider(entry, question, turn);
        }
    }
    if (turn.waitingFor) {
        return turn;
    }
    for (const QueueEntry& entry : queue) {
        if (entry.state == JobState::Queued && decides(entry, question, turn)) {
            break;
        }
    }
    return turn;
}

bool isAdoptable(const QueueEntry& entry, const TurnQuestion& question) {
    return standing(entry, question) == Standing::Orphaned && adopts(entry, question.adoption);
}

bool isHeld(const QueueEntry& entry, const std::function<Liveness(const JobOwner&)>& liveness) {
    return entry.state == JobState::Queued && entry.attempts >= MostAttempts &&
           (!entry.owner || liveness(*entry.owner) == Liveness::Dead);
}

} // namespace grindstone::core
