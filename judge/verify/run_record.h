// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// What is remembered of a report, as text: verdicts, scores, times and memory of cases and groups, and the beginning
/// of what checkers said.
std::string recordOf(const Report& report);

/// The report as far as it was remembered. Nothing for a text that recordOf() didn't make.
std::optional<Report> reportFrom(std::string_view record);

} // namespace grindstone::judge
