// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

/// Copies `size` bytes from the start of one descriptor to another. False with errno set.
bool copyBytes(int from, int to, std::uint64_t size) {
    off_t offset = 0;
    while (static_cast<std::uint64_t>(offset) < size) {
        const ssize_t sent = ::sendfile(to, from, &offset, size - static_cast<std::uint64_t>(offset));
        if (sent == 0) {
            errno = EIO;
        }
        if (sent <= 0) {
            return false;
        }
    }
    return true;
}

bool staysInside(const std::string& path) {
    return !path.empty() && path.front() != '/' && ("/" + path + "/").find("/../") == std::string::npos;
}

std::uint64_t sizeOf(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

Prepared<> layInFile(const FileIn& file, const std::string& folder) {
    if (!staysInside(file.path)) {
        errno = EINVAL;
        return failedStep("lay in a file");
    }
    const std::string path = folder + "/" + file.path;
    for (std::size_t slash = path.find('/', folder.size() + 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        ::mkdir(path.substr(0, slash).c_str(), 0755);
    }
    struct stat status {};
    STEP("lay in a file", ::fstat(file.descriptor, &status));
    // What lies in /feedback is the program's, to go on writing in.
    const mode_t mode = file.area == Area::Feedback ? 0666 : file.executable ? 0755 : 0644;
    const mode_t usualMask = ::umask(0); // fchmod() is forbidden where there are no namespaces.
    const UniqueFd copy(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    ::umask(usualMask);
    // The size comes first, so that the file gets pages as large as it may have.
    if (!copy || ::ftruncate(copy.get(), status.st_size) != 0 ||
        !copyBytes(file.descriptor, copy.get(), static_cast<std::uint64_t>(status.st_size))) {
        return failedStep("lay in a file");
    }
    return {};
}

/// Opens a regular file below `folder` that no link leads to; a FIFO or device never blocks or does anything.
UniqueFd openLeftFile(int folder, const std::string& path) {
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return UniqueFd(static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how)));
}

UniqueFd openLeftFolder(int folder, const std::string& path) {
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return UniqueFd(static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how)));
}

/// Adds the paths of regular files below `path` (that of `folder` itself is "."), until there are enough.
void findLeftFiles(int folder, const std::string& path, int depth, std::vector<std::string>& paths) {
    constexpr int Deepest = 8;
    constexpr std::size_t LongestPath = 500; // all of them fit into one answer
    UniqueFd descriptor = openLeftFolder(folder, path);
    DIR* const opened = descriptor ? ::fdopendir(descriptor.get()) : nullptr;
    if (opened == nullptr) {
        return;
    }
    descriptor.release();
    const std::string prefix = path == FileOut::Everything ? std::string() : path + "/";
    while (const dirent* entry = paths.size() < FileOut::MostOfEverything ? ::readdir(opened) : nullptr) {
        const std::string name = entry->d_name;
        if (prefix.size() + name.size() > LongestPath) {
            continue;
        }
        if (entry->d_type == DT_REG) {
            paths.push_back(prefix + name);
        } else if (entry->d_type == DT_DIR && name != "." && name != ".." && depth < Deepest) {
            findLeftFiles(folder, prefix + name, depth + 1, paths);
        }
    }
    ::closedir(opened);
}

/// Each wish for everything is one for each file.
std::vector<FileOut> oneByOne(const std::vector<FileOut>& wanted, const std::function<int(Area)>& folderOf) {
    std::vector<FileOut> single;
    for (const FileOut& file : wanted) {
        std::vector<std::string> paths{file.path};
        if (file.path == FileOut::Everything) {
            paths.clear();
            findLeftFiles(folderOf(file.area), file.path, 0, paths);
        }
        for (std::string& path : paths) {
            single.push_back({std::move(path), file.largest, file.area});
        }
    }
    return single;
}

UniqueFd sealedCopy(int file, std::uint64_t size, const CallKey& key) {
    UniqueFd copy(key.createMemory("grindstone-collected", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!copy || !copyBytes(file, copy.get(), size) ||
        ::fcntl(copy.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
        return UniqueFd();
    }
    return copy;
}

} // namespace

Prepared<> layInFiles(const std::vector<FileIn>& files, Area area, const Places& places) {
    const std::string folder = places.of(area);
    for (const FileIn& file : files) {
        if (file.area == area) {
            PREPARE(layInFile(file, folder));
        }
    }
    return {};
}

Bytes spaceFor(const std::vector<FileIn>& files, Area area) {
    constexpr std::uint64_t Slack = 64 * 1024;
    std::uint64_t sum = Slack;
    for (const FileIn& file : files) {
        sum += file.area == area ? sizeOf(file.descriptor) + Slack : 0;
    }
    return Bytes(sum);
}

std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted, const std::function<int(Area)>& folderOf,
                                        const CallKey& key) {
    std::vector<CollectedFile> collected;
    for (const FileOut& file : oneByOne(wanted, folderOf)) {
        const UniqueFd left = openLeftFile(folderOf(file.area), file.path);
        struct stat status {};
        if (!left || ::fstat(left.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
            static_cast<std::uint64_t>(status.st_size) > file.largest.count()) {
            continue;
        }
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (UniqueFd copy = sealedCopy(left.get(), size, key)) {
            collected.push_back({file.path, std::move(copy), Bytes(size), file.area});
        }
    }
    return collected;
}

} // namespace grindstone::sandbox::helper
