// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/visible_folders.h"

#include <algorithm>
#include <string>

namespace grindstone::core {

namespace fs = std::filesystem;

std::vector<fs::path> visibleFolders(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> folders;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (!name.starts_with('.') && name != "__MACOSX" && entry->is_directory(ignored)) {
            folders.push_back(entry->path());
        }
    }
    std::ranges::sort(folders);
    return folders;
}

std::vector<fs::path> visibleFolders(const fs::path& folder) {
    std::error_code ignored;
    return visibleFolders(folder, ignored);
}

} // namespace grindstone::core
