// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QByteArray>

namespace grindstone::tests {

/// The best tier that this machine has, or the lower rung of the ladder, on which the same tests hold, that
/// GRINDSTONE_TEST_TIER names by its code.
inline sandbox::SandboxOptions wantedTier() {
    const QByteArray tier = qgetenv("GRINDSTONE_TEST_TIER");
    sandbox::SandboxOptions options;
    options.cgroup1 = options.cgroup2 = tier != "no-cgroup";
    options.namespaces = tier != "no-namespaces";
    options.allowNoNamespaces = !options.namespaces;
    return options;
}

} // namespace grindstone::tests
