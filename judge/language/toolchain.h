// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"
#include "judge/language/toolchain_memory.h"
#include "sandbox/box.h"

#include <stop_token>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A language's tools as found on this machine: absolute paths, visible in a box that shows `visiblePaths`, too.
struct Toolchain {
    std::string tool;
    std::string runtime;                   ///< empty where the language has none
    std::vector<std::string> visiblePaths; ///< besides the language's own
};

/// Finds the tools without running them: each that could serve, the likeliest first. Fails with
/// "language.not-installed", naming the package.
Result<std::vector<Toolchain>> findToolchains(const Language& language);

/// The first of them.
Result<Toolchain> findToolchain(const Language& language);

/// What to install for the tools that aren't here, by looking only: packages with blanks between them, or empty.
std::string missingPackages(const Language& language);

/// All that the language needs.
std::string allPackages(const Language& language);

/// The language as its commands are run with this toolchain: `{runtime}` is replaced, and the paths that the toolchain
/// needs are shown.
Language equip(Language language, const Toolchain& toolchain);

struct ToolchainCheck {
    bool works = false;
    std::string version; ///< first line of the version command
    std::string detail;  ///< English, why it doesn't work
    std::string package; ///< what to install when it doesn't work; empty when that wouldn't help or isn't known
    Toolchain toolchain; ///< the one that works
};

/// Really compiles and runs the language's self-test in a box, with each toolchain until one passes.
ToolchainCheck checkToolchain(const Language& language, sandbox::BoxSource& boxes, ToolchainMemory& memory,
                              std::stop_token stop);

/// What this toolchain's version command says: remembered, or else asked once. Empty when it says nothing, and where
/// `memory` has no folder: it would be asked again by each process.
std::string rememberedVersion(const Language& language, const Toolchain& toolchain, sandbox::BoxSource& boxes,
                              ToolchainMemory& memory, std::stop_token stop);

/// The toolchain to use: the first that passes its self-test, by what is remembered or by trying. A single one is taken
/// as it is, and so is the first when none passes: what is wrong shows when it is used. Fails as findToolchains() does.
Result<Toolchain> chooseToolchain(const Language& language, sandbox::BoxSource& boxes, ToolchainMemory& memory,
                                  std::stop_token stop);

} // namespace grindstone::judge
