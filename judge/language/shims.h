// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace grindstone::judge {

/// The programs that a version manager's shim stands for, the one it would start first; `shim` itself for other files.
/// Found by reading what the manager has written, never by running it:
///
///     pyenv, rbenv, nodenv …   ROOT/shims/TOOL       → ROOT/versions/VERSION/bin/TOOL, by ROOT/version
///     asdf, mise               ROOT/shims/TOOL       → ROOT/installs/PLUGIN/VERSION/bin/TOOL
///     rustup                   ~/.cargo/bin/TOOL     → ~/.rustup/toolchains/NAME/bin/TOOL, by settings.toml
std::vector<std::filesystem::path> resolveShim(const std::filesystem::path& shim);

} // namespace grindstone::judge
