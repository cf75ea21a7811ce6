// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings/paths.h"
#include "sandbox/sandbox.h"

#include <memory>

namespace grindstone::core {

/// Starts the sandbox as the person's settings and the machine's policy want it: the one place where the programs do.
/// Fails with a "sandbox.…", or with "settings.invalid" rather than start one that nobody asked for. A machine that
/// allows no sandbox is not a failure, see sandbox::Sandbox::start().
Result<std::unique_ptr<sandbox::Sandbox>> startSandbox(const Paths& paths);

} // namespace grindstone::core
