// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace grindstone::judge {

/// Physical cores that this process may use, at least 1. Two threads of a core share its units, so runs on both would
/// disturb each other's time.
unsigned physicalCores();

} // namespace grindstone::judge
