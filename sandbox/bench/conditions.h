// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <stop_token>

namespace grindstone::sandbox::bench {

/// Of the minute before: what else the machine had to do. 0 where the system doesn't tell.
double loadAverage();

/// "interrupted": what a measurement fails with once a stop is asked for.
Error interrupted();
/// Fails with interrupted() after a stop request.
Result<void> stopIfAsked(const std::stop_token& stop);

} // namespace grindstone::sandbox::bench
