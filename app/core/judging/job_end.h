// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/job_repository.h"
#include "judge/engine/judge.h"

namespace grindstone::core {

/// A report of a judge that could not judge.
judge::Report failedReport(const JobOrder& order, Error error);

judge::JudgeRequest toRequest(const JobOrder& order, std::shared_ptr<const judge::Problem> problem);

/// What of a request is kept while it waits.
JobOrder toOrder(const judge::JudgeRequest& request);

/// True for what counts as an attempt: a Submit that was judged to its end.
bool belongsIntoHistory(judge::Mode mode, const judge::Report& report);

/// How a job ends of which this is the report.
JobState stateOf(const judge::Report& report);
/// Why the judge failed; nothing where it didn't.
std::optional<Error> errorOf(const judge::Report& report);

/// What is written down of a report.
JobEnd toEnd(const JobOrder& order, const judge::Report& report);

} // namespace grindstone::core
