// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/capabilities.h"

namespace grindstone::sandbox::bench {

/// What a run's figures include on this tier, in stable short words ("pidns", "proc", "tmpfs", "cgroup", "seccomp" …):
/// two figures can be compared only when these are the same.
std::vector<std::string> includedProtections(const Capabilities& capabilities);

} // namespace grindstone::sandbox::bench
