// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace grindstone::core {

/// Judge::judge as a value: blocks, calls the sink one call at a time, and returns soon after a stop request.
using JudgeFunction =
    std::function<judge::Report(const judge::JudgeRequest&, const judge::ProgressSink&, std::stop_token)>;

/// Loads a problem by its id. Called by one thread.
using ProblemSource = std::function<Result<std::shared_ptr<const judge::Problem>>(const std::string& id)>;

} // namespace grindstone::core
