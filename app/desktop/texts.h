// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <QString>

#include <chrono>

namespace grindstone::desktop {

/// "Easy" for "easy"; unknown ones as they are.
QString difficultyName(const QString& difficulty);

/// "31 ms", "1.254 s", "2 s"
QString durationText(std::chrono::nanoseconds duration);

/// "812 B", "3.4 KiB", "256 MiB"
QString sizeText(Bytes size);

} // namespace grindstone::desktop
