// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/unfinished_folder.h"

#include "judge/archive/folder_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace grindstone::judge {

namespace fs = std::filesystem;

Result<UnfinishedFolder> UnfinishedFolder::create(const fs::path& target) {
    std::string path = (target.parent_path() / ".extracting-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) {
        return fail(writeError(target.parent_path().string()));
    }
    return UnfinishedFolder(path);
}

UnfinishedFolder::~UnfinishedFolder() {
    if (!m_path.empty()) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
}

Result<void> UnfinishedFolder::moveTo(const fs::path& target) const {
    if (::renameat2(AT_FDCWD, content().c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    // Some file systems don't know that flag; an empty folder is all that the plain call replaces.
    const bool tryPlain = errno == EINVAL || errno == ENOSYS;
    return tryPlain && ::rename(content().c_str(), target.c_str()) == 0 ? Result<void>()
                                                                        : fail(writeError(target.string()));
}

} // namespace grindstone::judge
