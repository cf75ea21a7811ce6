// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/toolchain.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> searchFolders() {
    std::vector<fs::path> folders{"/usr/bin", "/usr/local/bin"};
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable ? variable : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (const fs::path folder(rest.substr(0, end)); folder.is_absolute()) {
            folders.push_back(folder.lexically_normal());
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders;
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    const auto [folderEnd, pathEnd] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return folderEnd == folder.end();
}

bool isVisibleInBox(const fs::path& path, const Language& language) {
    return isBelow(path, "/usr") ||
           std::ranges::any_of(language.visiblePaths, [&](const std::string& folder) { return isBelow(path, folder); });
}

/// The path by which a box can start this file; empty when it can't. The link's own path is preferred, because tools
/// look at the name by which they were called.
fs::path pathInBox(const fs::path& candidate, const Language& language) {
    std::error_code error;
    const fs::path resolved = fs::canonical(candidate, error);
    const bool usable = !error && fs::is_regular_file(resolved, error) && ::access(resolved.c_str(), X_OK) == 0;
    if (!usable || !isVisibleInBox(resolved, language)) {
        return {};
    }
    return isVisibleInBox(candidate, language) ? candidate : resolved;
}

Result<std::string> findTool(const Language& language, const std::vector<std::string>& tools,
                             const std::string& package) {
    std::string names;
    for (const std::string& tool : tools) {
        for (const fs::path& folder : searchFolders()) {
            if (const fs::path path = pathInBox(folder / tool, language); !path.empty()) {
                return path.string();
            }
        }
        names += (names.empty() ? "" : ", ") + tool;
    }
    return fail("language.not-installed",
                language.name + ": no " + names + " below /usr that a box could run; the package is " + package);
}

void replaceAll(std::string& word, std::string_view placeholder, const std::string& value) {
    for (std::size_t at = word.find(placeholder); at != std::string::npos;
         at = word.find(placeholder, at + value.size())) {
        word.replace(at, placeholder.size(), value);
    }
}

} // namespace

Result<Toolchain> findToolchain(const Language& language) {
    Toolchain found;
    found.tool = TRY(findTool(language, language.tools, language.package));
    if (!language.runtimes.empty()) {
        found.runtime = TRY(findTool(language, language.runtimes, language.runtimePackage));
    }
    return found;
}

Language equip(Language language, const Toolchain& toolchain) {
    for (std::vector<std::string>* command : {&language.version, &language.compile, &language.run}) {
        for (std::string& word : *command) {
            replaceAll(word, "{runtime}", toolchain.runtime);
        }
    }
    return language;
}

} // namespace grindstone::judge
