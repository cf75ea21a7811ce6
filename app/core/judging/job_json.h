// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"

#include <nlohmann/json.hpp>

namespace grindstone::core {

/// {"id", "state", "mode", "problem", "language", "position", "held", …}: what is known of a job but its report. The
/// position is null for what doesn't wait.
nlohmann::ordered_json jobJson(const JobView& job);

/// "grindstone-jobs/1", in the order given.
nlohmann::ordered_json jobsJson(const std::vector<JobView>& jobs);

} // namespace grindstone::core
