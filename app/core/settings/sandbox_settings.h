// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>

namespace grindstone::core {

/// What the person and the machine's administrator say about the sandbox.
struct SandboxSettings {
    bool allowNoNamespaces = false;  ///< run programs without namespaces where they can't be had
    bool locked = false;             ///< the administrator has decided; what the person says doesn't count
    std::filesystem::path decidedBy; ///< the file that says so; the person's where none does
};

/// Reads the person's `file` (TOML), in which a person writes:
///
///     [sandbox]
///     allow_no_namespaces = true
///
/// and every `*.json` of the administrator's folder `policies`, in the order of their names, the later ones over the
/// earlier:
///
///     {"defaults": {"sandbox": {"allow_no_namespaces": true}},    unless the person says otherwise
///      "locked":   {"sandbox": {"allow_no_namespaces": false}}}   whatever the person says
///
/// What is absent says nothing. Fails with "settings.invalid", naming file and line, on anything else: a misspelt
/// permission must neither be passed over nor guessed.
Result<SandboxSettings> loadSandboxSettings(const std::filesystem::path& file, const std::filesystem::path& policies);

} // namespace grindstone::core
