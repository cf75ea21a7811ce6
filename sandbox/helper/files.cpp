// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/files.h"

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/copy_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace grindstone::sandbox::helper {

namespace {

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
    const mode_t mode = file.executable ? 0755 : 0644;
    const UniqueFd copy(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    // The size comes first, so that the file gets pages as large as it may have.
    if (!copy || ::ftruncate(copy.get(), status.st_size) != 0 ||
        !copyBytes(file.descriptor, copy.get(), static_cast<std::uint64_t>(status.st_size))) {
        return failedStep("lay in a file");
    }
    return {};
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

} // namespace grindstone::sandbox::helper
