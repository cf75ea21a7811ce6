// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/sandbox_start.h"

#include "app/core/settings/sandbox_settings.h"

namespace grindstone::core {

Result<std::unique_ptr<sandbox::Sandbox>> startSandbox(const Paths& paths) {
    const SandboxSettings settings = TRY(loadSandboxSettings(paths.settingsFile(), Paths::policies()));
    sandbox::SandboxOptions options;
    options.allowNoNamespaces = settings.allowNoNamespaces;
    options.policyForbids = settings.locked && !settings.allowNoNamespaces;
    options.permissionFile = settings.decidedBy.string();
    return sandbox::Sandbox::start(sandbox::findHelper(), options);
}

} // namespace grindstone::core
