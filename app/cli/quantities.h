// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"

#include <QString>

#include <chrono>

namespace grindstone::cli {

/// "31 ms", "1.25 s", "2 min": three digits at most.
QString durationText(std::chrono::nanoseconds duration);

/// "812 KiB", "3.4 MiB", "2 GiB"
QString sizeText(Bytes size);

/// How a time limit came about: "by the package", "inferred from its submissions".
QString limitSourceText(judge::LimitSource source);

} // namespace grindstone::cli
