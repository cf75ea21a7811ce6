// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/unfinished_folder.h"

#include "judge/archive/folder_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace grindstone::judge {

namespace fs = std::filesystem;

Result<UnfinishedFolder> UnfinishedFolder::create(const fs::path& target) {
    TemporaryFolder folder(target.parent_path() / ".extracting-");
    return folder ? Result<UnfinishedFolder>(UnfinishedFolder(std::move(folder)))
                  : fail(writeError(target.parent_path().string()));
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
