// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/export/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace grindstone::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t BufferSize = 1 << 16;

tl::unexpected<Error> failure(const fs::path& path, int number) {
    return fail(number == EEXIST || number == ENOTEMPTY ? "export.exists" : "export.unwritable",
                path.string() + ": " + std::generic_category().message(number));
}

bool isThere(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// A trailing slash would make the partial one lie within the folder that is to be made.
fs::path withoutSlash(const fs::path& path) {
    return path.has_filename() ? path : path.parent_path();
}

/// In the same folder, so that it can be renamed; six characters follow.
std::string partialFor(const fs::path& path) {
    return path.parent_path() / ("." + path.filename().string().substr(0, 100) + ".");
}

/// Never replaces anything, where the file system knows how; some don't (EINVAL), and there it is looked for first.
Result<void> putInPlace(const fs::path& partial, const fs::path& path) {
    if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return failure(path, errno);
    }
    if (isThere(path)) {
        return failure(path, EEXIST);
    }
    return ::rename(partial.c_str(), path.c_str()) == 0 ? Result<void>() : failure(path, errno);
}

Result<void> writeAll(int file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return failure(path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(0, written)));
    }
    return {};
}

} // namespace

NewFile::NewFile(fs::path path, fs::path partial, UniqueFd file)
    : m_path(std::move(path)), m_partial(std::move(partial)), m_file(std::move(file)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_partial(std::exchange(other.m_partial, {})), m_file(std::move(other.m_file)),
      m_buffer(std::move(other.m_buffer)) {}

NewFile::~NewFile() {
    if (!m_partial.empty()) {
        ::unlink(m_partial.c_str());
    }
}

Result<NewFile> NewFile::create(const fs::path& path) {
    if (isThere(path)) {
        return failure(path, EEXIST);
    }
    std::string partial = partialFor(path) + "XXXXXX";
    UniqueFd file(::mkostemp(partial.data(), O_CLOEXEC));
    if (!file) {
        return failure(path, errno);
    }
    return NewFile(path, partial, std::move(file));
}

Result<void> NewFile::write(std::string_view bytes) {
    m_buffer += bytes;
    return m_buffer.size() < BufferSize ? Result<void>() : flush();
}

Result<void> NewFile::flush() {
    TRY(writeAll(m_file.get(), m_buffer, m_path));
    m_buffer.clear();
    return {};
}

Result<void> NewFile::finish() {
    TRY(flush());
    if (::fsync(m_file.get()) != 0 && errno != EINVAL) {
        return failure(m_path, errno);
    }
    TRY(putInPlace(m_partial, m_path));
    m_partial.clear();
    return {};
}

NewFolder::NewFolder(fs::path path, TemporaryFolder partial) : m_path(std::move(path)), m_partial(std::move(partial)) {}

Result<NewFolder> NewFolder::create(const fs::path& given) {
    const fs::path path = withoutSlash(given);
    if (isThere(path)) {
        return failure(path, EEXIST);
    }
    TemporaryFolder partial(partialFor(path));
    return partial ? Result<NewFolder>(NewFolder(path, std::move(partial))) : failure(path, errno);
}

Result<void> NewFolder::add(const fs::path& below, std::string_view content) {
    const fs::path path = m_partial.path() / below;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) {
        return failure(m_path / below, error.value());
    }
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file) {
        return failure(m_path / below, errno);
    }
    return writeAll(file.get(), content, m_path / below);
}

Result<void> NewFolder::finish() {
    TRY(putInPlace(m_partial.path(), m_path));
    m_partial.release();
    return {};
}

} // namespace grindstone::core
