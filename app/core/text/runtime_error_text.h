// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

namespace grindstone::core::text {

/// One sentence on a program that failed by itself: "exit code 1: ZeroDivisionError: division by zero". Of a case that
/// isn't shown it tells no word of the program's own, which might give the case away: the names of well-known errors
/// alone.
QString runtimeErrorSentence(const judge::CaseResult& result, const judge::EffectiveLimits& limits, Wording wording);

} // namespace grindstone::core::text
