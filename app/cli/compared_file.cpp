// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compared_file.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

namespace grindstone::cli {

namespace {

constexpr int StopCheckMs = 100;
constexpr std::size_t CopiedAtOnce = 1 << 16;
/// Of a stream, which has no end that could be seen before.
constexpr std::uint64_t MostCopied = 2ULL << 30;

tl::unexpected<Error> unreadable(const std::string& name, int code) {
    return fail("file.unreadable", name + ": cannot be read: " + std::strerror(code));
}

Result<UniqueFd> makeNamelessFile() {
    const char* folder = std::getenv("TMPDIR");
    UniqueFd file(::open(folder != nullptr ? folder : "/var/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!file) {
        return fail("file.unreadable", std::string("a temporary file cannot be made: ") + std::strerror(errno));
    }
    return file;
}

/// Waits in steps: somebody may press Ctrl-C while nothing comes.
Result<void> waitForBytes(int pipe, const std::stop_token& stop) {
    pollfd waited{pipe, POLLIN, 0};
    while (true) {
        if (stop.stop_requested()) {
            return fail("interrupted", "the comparison was interrupted");
        }
        if (::poll(&waited, 1, StopCheckMs) > 0) {
            return {};
        }
    }
}

Result<UniqueFd> copyOfPipe(int pipe, const std::string& name, const std::stop_token& stop) {
    UniqueFd file = TRY(makeNamelessFile());
    std::vector<char> buffer(CopiedAtOnce);
    std::uint64_t copied = 0;
    while (copied <= MostCopied) {
        TRY(waitForBytes(pipe, stop));
        const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
        if (count == 0) {
            return file;
        }
        if (count < 0 && errno != EINTR && errno != EAGAIN) {
            return unreadable(name, errno);
        }
        const auto got = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        copied += got;
        if (!writeAll(file.get(), {buffer.data(), got})) {
            return fail("file.unreadable", std::string("a temporary file cannot be written: ") + std::strerror(errno));
        }
    }
    return fail("file.too-large", name + ": a stream of more than 2 GiB; write it to a file to compare it");
}

} // namespace

ReadAt ComparedFile::reader() const {
    return [file = descriptor](std::uint64_t offset, std::uint64_t most) {
        std::string bytes(most, '\0');
        const ssize_t count = ::pread(file->get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return bytes;
    };
}

Result<ComparedFile> openCompared(const std::string& path, const std::stop_token& stop) {
    const bool standardInput = path == "-";
    const std::string name = standardInput ? "standard input" : path;
    UniqueFd file(standardInput ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return unreadable(name, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        return unreadable(name, EISDIR);
    }
    if (!S_ISREG(status.st_mode)) {
        file = TRY(copyOfPipe(file.get(), name, stop));
    }
    return ComparedFile{name, std::make_shared<const UniqueFd>(std::move(file))};
}

} // namespace grindstone::cli
