// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// Less than, equal to or more than 0, as version `a` is older than, the same as or newer than `b`: "1.9" is older than
/// "1.10". What isn't a number is compared as text.
int compareVersions(const QString& a, const QString& b);

} // namespace grindstone::core
