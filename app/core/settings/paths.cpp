// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings/paths.h"

#include "judge/language/language_catalogue.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <sstream>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

fs::path fromVariable(const char* name, const fs::path& fallback) {
    const char* value = std::getenv(name);
    // The XDG specification has relative paths ignored.
    return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fallback;
}

Result<void> ensureFolder(const fs::path& folder) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (error) {
        return fail("home.unwritable", folder.string() + ": " + error.message());
    }
    if (made) {
        ::chmod(folder.c_str(), S_IRWXU);
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return fail("home.unwritable", folder.string() + ": " + std::generic_category().message(errno));
    }
    return {};
}

} // namespace

Paths Paths::fromEnvironment() {
    if (const char* home = std::getenv("GRINDSTONE_HOME"); home != nullptr && *home != '\0') {
        std::error_code ignored;
        const fs::path root = fs::absolute(home, ignored);
        return {root / "data", root / "config", root / "state", root / "cache"};
    }
    const fs::path home = fromVariable("HOME", "/");
    return {fromVariable("XDG_DATA_HOME", home / ".local/share") / "grindstone",
            fromVariable("XDG_CONFIG_HOME", home / ".config") / "grindstone",
            fromVariable("XDG_STATE_HOME", home / ".local/state") / "grindstone",
            fromVariable("XDG_CACHE_HOME", home / ".cache") / "grindstone"};
}

Result<void> Paths::ensure() const {
    for (const fs::path& folder : {data, config, state}) {
        TRY(ensureFolder(folder));
    }
    (void)ensureFolder(cache);
    return {};
}

std::vector<fs::path> Paths::packRoots() const {
    std::vector<fs::path> roots{ownPacks()};
    const char* dataDirs = std::getenv("XDG_DATA_DIRS");
    std::istringstream list(dataDirs != nullptr && *dataDirs != '\0' ? dataDirs : "/usr/local/share:/usr/share");
    for (std::string folder; std::getline(list, folder, ':');) {
        if (fs::path(folder).is_absolute()) {
            roots.push_back(fs::path(folder) / "grindstone" / "packs");
        }
    }
    roots.push_back(judge::findResources() / "problemsets");
    return roots;
}

} // namespace grindstone::core
