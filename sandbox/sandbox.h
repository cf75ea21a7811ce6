// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"
#include "sandbox/capabilities.h"

#include <string>

namespace grindstone::sandbox {

/// What the sandbox may use of what the machine has. The default is the best tier that keeps programs apart; the
/// switches are for the person's settings, and for tests of the lower tiers.
struct SandboxOptions {
    bool cgroup2 = true;
    bool cgroup1 = true;
    bool namespaces = true;
    bool allowNoNamespaces = false; ///< run programs with Landlock and seccomp alone where namespaces don't work
    bool policyForbids = false;     ///< the machine's administrator has said no to that
    std::string permissionFile;     ///< where that is, or would be, allowed; shown to people
};

/// The running helper process. Boxes opened from it end with it. Thread-safe.
class Sandbox : public BoxSource {
public:
    /// Starts the helper program at `helperPath` and finds out what it can do here. Fails with
    /// "sandbox.helper-missing" or "sandbox.helper-failed". A machine that allows no sandbox is not a failure:
    /// capabilities().tier is then None, and openBox() fails with the reason.
    static Result<std::unique_ptr<Sandbox>> start(const std::string& helperPath, const SandboxOptions& options = {});

    virtual const Capabilities& capabilities() const = 0;
};

/// The helper that belongs to the running program: `../libexec/grindstone/grindstone-sandbox` as seen from it, in the
/// build tree and where it is installed alike.
std::string findHelper();

} // namespace grindstone::sandbox
