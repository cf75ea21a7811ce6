// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"
#include "sandbox/box.h"

#include <stop_token>
#include <string>

namespace grindstone::judge {

/// A language's tools as found on this machine: absolute paths, visible in a box.
struct Toolchain {
    std::string tool;
    std::string runtime; ///< empty where the language has none
};

/// Finds the tools without running them. Tries each candidate in /usr/bin and /usr/local/bin and on PATH, and takes the
/// first that a box can see (below /usr or the language's visible paths, after resolving links). Fails with
/// "language.not-installed", naming the package.
Result<Toolchain> findToolchain(const Language& language);

/// The language as its commands are run with this toolchain: `{runtime}` is replaced.
Language equip(Language language, const Toolchain& toolchain);

struct ToolchainCheck {
    bool works = false;
    std::string version; ///< first line of the version command
    std::string detail;  ///< English, why it doesn't work
};

/// Really compiles and runs the language's self-test in a box.
ToolchainCheck checkToolchain(const Language& language, sandbox::BoxSource& boxes, std::stop_token stop);

} // namespace grindstone::judge
