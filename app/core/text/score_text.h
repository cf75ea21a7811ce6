// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

#include <optional>

namespace grindstone::core::text {

/// "70", "33.3333": at most six digits that matter.
QString score(double score);

/// "70 of 100 points", "70 points" where there is no maximum; empty without a score.
QString points(std::optional<double> score, std::optional<double> maxScore, Wording wording = Wording::Translated);

/// A group of cases by its name in the package; the whole of them is "all cases".
QString groupName(const judge::GroupResult& group);

} // namespace grindstone::core::text
