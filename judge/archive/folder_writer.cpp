// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/folder_writer.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr int OpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr mode_t FolderMode = 0755;

/// What each file and folder takes beside its content, at most, on usual file systems.
constexpr std::uint64_t EntryRoom = 4096;

/// The mode doesn't depend on the umask.
bool setMode(int file, mode_t mode) {
    return ::fchmod(file, mode) == 0;
}

} // namespace

Error writeError(std::string_view what) {
    if (errno == ENOSPC || errno == EDQUOT) {
        return {"archive.no-room", "the disk is full; free some space and try again"};
    }
    return systemError("archive.unwritable", what);
}

Result<FolderWriter> FolderWriter::create(const std::filesystem::path& path) {
    if (::mkdir(path.c_str(), S_IRWXU) != 0) {
        return fail(writeError(path.string()));
    }
    UniqueFd top(::open(path.c_str(), OpenFolder));
    if (!top || !setMode(top.get(), FolderMode)) {
        return fail(writeError(path.string()));
    }
    return FolderWriter(std::move(top));
}

Result<UniqueFd> FolderWriter::openFolder(const Parts& parts) {
    UniqueFd folder(::openat(m_top.get(), ".", OpenFolder));
    for (const std::string& part : parts) {
        const bool made = folder && ::mkdirat(folder.get(), part.c_str(), S_IRWXU) == 0;
        UniqueFd next(folder ? ::openat(folder.get(), part.c_str(), OpenFolder) : -1);
        if (!next || (made && !setMode(next.get(), FolderMode))) {
            return fail(writeError("making a folder"));
        }
        folder = std::move(next);
    }
    return folder;
}

Result<int> FolderWriter::parentOf(const Parts& parts) {
    const Parts parent(parts.begin(), parts.end() - 1);
    if (!m_recent || parent != m_recentParts) {
        m_recent = TRY(openFolder(parent));
        m_recentParts = parent;
    }
    return m_recent.get();
}

Result<void> FolderWriter::makeFolder(const Parts& parts) {
    TRY(openFolder(parts));
    return {};
}

Result<UniqueFd> FolderWriter::newFile(const Parts& parts, bool executable) {
    const int parent = TRY(parentOf(parts));
    UniqueFd file(::openat(parent, parts.back().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                           S_IRUSR | S_IWUSR));
    if (!file || !setMode(file.get(), executable ? 0755 : 0644)) {
        return fail(writeError("making a file"));
    }
    return file;
}

Result<void> FolderWriter::hardLink(const Parts& existing, const Parts& parts) {
    const UniqueFd from = TRY(openFolder(Parts(existing.begin(), existing.end() - 1)));
    const int parent = TRY(parentOf(parts));
    if (::linkat(from.get(), existing.back().c_str(), parent, parts.back().c_str(), 0) != 0) {
        return fail(writeError("making a hard link"));
    }
    return {};
}

Result<void> FolderWriter::symbolicLink(const std::string& target, const Parts& parts) {
    const int parent = TRY(parentOf(parts));
    if (::symlinkat(target.c_str(), parent, parts.back().c_str()) != 0) {
        return fail(writeError("making a link"));
    }
    return {};
}

Result<void> FolderWriter::expectRoom(Bytes content, std::uint64_t entries) const {
    struct statvfs disk {};
    if (::fstatvfs(m_top.get(), &disk) != 0) {
        return {};
    }
    const std::uint64_t free = disk.f_bavail * disk.f_frsize;
    const std::uint64_t needed = content.count() + entries * EntryRoom;
    const bool namesLeft = disk.f_files == 0 || disk.f_favail >= entries;
    if (needed <= free && namesLeft) {
        return {};
    }
    const std::string more = namesLeft ? std::to_string((needed - free + (1 << 20) - 1) >> 20) + " MiB more"
                                       : std::to_string(entries - disk.f_favail) + " files more than can be made";
    return fail("archive.no-room", "the disk has no room for it, it takes " + more + "; free some space and try again");
}

Result<void> FolderWriter::sync() const {
    return ::syncfs(m_top.get()) == 0 ? Result<void>() : fail(writeError("writing to the disk"));
}

} // namespace grindstone::judge
