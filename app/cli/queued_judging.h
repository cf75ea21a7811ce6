// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/judging.h"
#include "app/core/judging/turn.h"

namespace grindstone::cli {

/// As judgeRequest(), when it is its turn among all that is to be judged on this machine; a Submit is in the history
/// then. Where the queue cannot be written it is judged all the same. A stop cancels it.
Result<Attempt> judgeInQueue(Session& session, judge::JudgeRequest request, const std::string& keepFolder);

/// Told of each job that judgeAbandoned() has judged.
using Judged = std::function<void(core::JobId, const judge::Report&)>;

/// Judges what processes that are gone have left behind, until nothing of that is left or a stop is requested, which
/// leaves the rest in the queue. Fails as the queue does.
Result<void> judgeAbandoned(Session& session, core::Adoption adoption, const Judged& judged);

/// The same after a command's own work: says on standard error what it is at. No failure of it is the command's.
void judgeAbandonedToo(Session& session);

} // namespace grindstone::cli
