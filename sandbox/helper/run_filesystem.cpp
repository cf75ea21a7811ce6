// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/run_filesystem.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string>

namespace grindstone::sandbox::helper {

namespace {

/// Files a run may make; enough for a compiler, few enough that the kernel's own memory for them stays small.
constexpr const char* MostInodes = "16384";

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

Prepared<> layInFile(const FileIn& file) {
    if (!staysInside(file.path)) {
        errno = EINVAL;
        return failedStep("lay in a file");
    }
    const std::string path = (file.area == Area::Program ? "/program/" : "/work/") + file.path;
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        ::mkdir(path.substr(0, slash).c_str(), 0755);
    }
    struct stat status {};
    STEP("lay in a file", ::fstat(file.descriptor, &status));
    const mode_t mode = file.executable ? 0755 : 0644;
    const UniqueFd copy(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!copy || !copyBytes(file.descriptor, copy.get(), static_cast<std::uint64_t>(status.st_size))) {
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

UniqueFd sealedCopy(int file, std::uint64_t size) {
    UniqueFd copy(::memfd_create("grindstone-collected", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!copy || !copyBytes(file, copy.get(), size) ||
        ::fcntl(copy.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
        return UniqueFd();
    }
    return copy;
}

} // namespace

Prepared<> mountRunFilesystem(Bytes space) {
    STEP("mount /proc", ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr));
    const std::string options =
        "mode=755,size=" + std::to_string(space.count()) + ",nr_inodes=" + std::string(MostInodes);
    STEP("mount the run's tmpfs", ::mount("grindstone", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()));
    constexpr struct {
        const char* folder;
        const char* place;
        mode_t mode;
    } Places[] = {{"/tmp/program", "/program", 0755},
                  {"/tmp/work", "/work", 0755},
                  {"/tmp/shm", "/dev/shm", 01777},
                  {"/tmp/tmp", "/tmp", 01777}}; // last, since it covers the tmpfs's own root
    for (const auto& place : Places) {
        STEP("make a run's folder", ::mkdir(place.folder, place.mode));
        STEP("set a run's folder's mode", ::chmod(place.folder, place.mode));
    }
    for (const auto& place : Places) {
        STEP("bind a run's folder", ::mount(place.folder, place.place, nullptr, MS_BIND, nullptr));
    }
    return {};
}

Prepared<> layInFiles(const std::vector<FileIn>& files) {
    for (const FileIn& file : files) {
        PREPARE(layInFile(file));
    }
    mount_attr attribute{};
    attribute.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    STEP("make /program read-only", ::mount_setattr(AT_FDCWD, "/program", 0, &attribute, sizeof attribute));
    return {};
}

std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted) {
    std::vector<CollectedFile> collected;
    const UniqueFd work(::open("/work", O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (const FileOut& file : wanted) {
        const UniqueFd left = openLeftFile(work.get(), file.path);
        struct stat status {};
        if (!left || ::fstat(left.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
            static_cast<std::uint64_t>(status.st_size) > file.largest.count()) {
            continue;
        }
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (UniqueFd copy = sealedCopy(left.get(), size)) {
            collected.push_back({file.path, std::move(copy), Bytes(size)});
        }
    }
    return collected;
}

} // namespace grindstone::sandbox::helper
