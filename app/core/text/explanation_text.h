// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

namespace grindstone::core::text {

/// Where and why a comparator rejected an output: "line 1, token 2: expected 1, got 0".
QString explanationSentence(const judge::Explanation& explanation, Wording wording);

/// What a checker of the package's says about an output that it rejected; it may have said nothing.
QString checkerSentence(const std::string& message, Wording wording);

} // namespace grindstone::core::text
