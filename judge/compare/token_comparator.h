// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

/// The default output validator of the ICPC problem package format. Both descriptors are read by position and need to
/// be files. Fails with "file.unreadable".
Result<Comparison> compareTokens(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                 int outputDescriptor);

} // namespace grindstone::judge
