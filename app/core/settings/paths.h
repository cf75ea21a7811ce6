// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <vector>

namespace grindstone::core {

/// Where a person's files are. `GRINDSTONE_HOME=DIR` puts all four under DIR (DIR/data, DIR/config, DIR/state,
/// DIR/cache); otherwise the XDG folders, each with `grindstone` below it.
struct Paths {
    std::filesystem::path data;
    std::filesystem::path config;
    std::filesystem::path state;
    std::filesystem::path cache;

    static Paths fromEnvironment();

    /// Makes all four, mode 0700. Fails with "home.unwritable", naming the folder; not for the cache, without which all
    /// goes on, only slower.
    Result<void> ensure() const;

    std::filesystem::path database() const { return data / "grindstone.sqlite"; }
    std::filesystem::path ownLanguages() const { return config / "languages"; }
    /// Which compilers work; see judge::ToolchainMemory. May be removed at any time.
    std::filesystem::path toolchainMemory() const { return cache / "toolchains"; }
    /// What was made of LaTeX statements; see PandocConverter. May be removed at any time.
    std::filesystem::path statements() const { return cache / "statements"; }
    /// What the person decides by hand; see sandbox_settings.h.
    std::filesystem::path settingsFile() const { return config / "settings.toml"; }
    /// The administrator's folder. No variable leads elsewhere: what is locked there is not the person's to unlock.
    static std::filesystem::path policies() { return "/etc/xdg/grindstone/policy.d"; }
    /// Where packs are imported to.
    std::filesystem::path ownPacks() const { return data / "packs"; }
    /// Archives that are looked into with no import; may be removed when no program is running.
    std::filesystem::path extracted() const { return cache / "extracted"; }
    /// Folders whose subfolders are packs, the person's own first: data/packs, then `packs` of each
    /// $XDG_DATA_DIRS/grindstone, then what ships with the program (problemsets/ of the build's source tree or of the
    /// installed share folder).
    std::vector<std::filesystem::path> packRoots() const;
};

} // namespace grindstone::core
