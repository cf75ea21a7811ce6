// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each folder is locked (flock) by who made it as long as it lives, so that one that can be locked by somebody else is
// abandoned. The root is locked for the short time in which such folders are made, judged or change the root's content.
// Where a file system cannot exchange two folders, the old one is moved aside first, into "replaced/"; who is killed
// right then leaves it there, and whoever clears up puts it back.
#include "app/core/packs/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace grindstone::core {

namespace fs = std::filesystem;

namespace {

constexpr const char* Prefix = ".staging-";
constexpr const char* Replaced = "replaced";

Error refused(const fs::path& path, int number) {
    return {"pack.unwritable", path.string() + ": " + std::generic_category().message(number)};
}

UniqueFd openFolder(const fs::path& path) {
    return UniqueFd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

/// Waits for others. Nothing fails where there are no locks: then nobody else is there either.
UniqueFd lockRoot(const fs::path& root) {
    UniqueFd folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) {
        ::flock(folder.get(), LOCK_EX);
    }
    return folder;
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        entries.push_back(entry->path());
    }
    return entries;
}

void putBack(const fs::path& abandoned, const fs::path& root) {
    for (const fs::path& old : entriesOf(abandoned / Replaced)) {
        std::error_code error;
        if (!fs::exists(fs::symlink_status(root / old.filename(), error))) {
            fs::rename(old, root / old.filename(), error);
        }
    }
}

void clearAbandoned(const fs::path& root) {
    for (const fs::path& path : entriesOf(root)) {
        if (!path.filename().string().starts_with(Prefix)) {
            continue;
        }
        const UniqueFd folder = openFolder(path);
        if (folder && ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0) {
            putBack(path, root);
            std::error_code ignored;
            fs::remove_all(path, ignored);
        }
    }
}

bool makeRoot(const fs::path& root) {
    std::error_code error;
    if (fs::create_directories(root, error)) {
        ::chmod(root.c_str(), S_IRWXU);
    }
    return !error;
}

/// False, with errno, when it stays where it is.
bool moveAside(const fs::path& path, const fs::path& staging) {
    ::mkdir((staging / Replaced).c_str(), S_IRWXU);
    return ::rename(path.c_str(), (staging / Replaced / path.filename()).c_str()) == 0;
}

/// In one step where the file system can do that.
bool exchange(const fs::path& folder, const fs::path& target, const fs::path& staging) {
    if (::renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    if (!moveAside(target, staging)) {
        return false;
    }
    if (::rename(folder.c_str(), target.c_str()) == 0) {
        return true;
    }
    const int failure = errno;
    ::rename((staging / Replaced / target.filename()).c_str(), target.c_str());
    errno = failure;
    return false;
}

} // namespace

Result<Staging> Staging::create(const fs::path& root) {
    if (!makeRoot(root)) {
        return fail(refused(root, errno));
    }
    const UniqueFd locked = lockRoot(root);
    clearAbandoned(root);
    TemporaryFolder folder(root / Prefix);
    if (!folder) {
        return fail(refused(root, errno));
    }
    UniqueFd lock = openFolder(folder.path());
    if (lock) {
        ::flock(lock.get(), LOCK_EX | LOCK_NB);
    }
    return Staging(root, std::move(folder), std::move(lock));
}

Result<void> Staging::install(const fs::path& folder, const std::string& name) const {
    const UniqueFd locked = lockRoot(m_root);
    const fs::path target = m_root / name;
    std::error_code error;
    const bool there = fs::exists(fs::symlink_status(target, error));
    if (there ? !exchange(folder, target, path()) : ::rename(folder.c_str(), target.c_str()) != 0) {
        return fail(refused(target, errno));
    }
    ::fsync(locked.get());
    return {};
}

Result<bool> Staging::takeOut(const std::string& name) const {
    const UniqueFd locked = lockRoot(m_root);
    std::error_code error;
    if (!fs::exists(fs::symlink_status(m_root / name, error))) {
        return false;
    }
    if (::rename((m_root / name).c_str(), (path() / name).c_str()) != 0) {
        return fail(refused(m_root / name, errno));
    }
    ::fsync(locked.get());
    return true;
}

} // namespace grindstone::core
