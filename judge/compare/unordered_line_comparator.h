// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

/// The same lines, each as often as in the answer, in any order. Blanks at the end of a line and lines of nothing but
/// blanks are ignored in both files. Tells a line that the answer has not, or not so often; else one that is missing.
/// Memory is bounded; one file in 2^100 may be taken for another. Fails with "file.unreadable".
Result<Comparison> compareUnorderedLines(const ComparatorSpec& spec, int answerDescriptor,
                                         const std::string& answerName, int outputDescriptor);

} // namespace grindstone::judge
