// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

/// Accepts only the answer's very bytes. Tells the first byte that differs. Fails with "file.unreadable".
Result<Comparison> compareExact(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                int outputDescriptor);

} // namespace grindstone::judge
