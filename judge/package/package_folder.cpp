// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/package_folder.h"

#include "judge/package/planned_data.h"
#include "judge/text/utf8.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

bool isInside(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Whatever links there are.
bool leavesByItself(const fs::path& relative) {
    return relative.is_absolute() || (!relative.empty() && *relative.lexically_normal().begin() == "..");
}

std::string escaped(unsigned char byte) {
    constexpr std::string_view Digits = "0123456789abcdef";
    return {'\\', 'x', Digits[byte >> 4], Digits[byte & 15]};
}

/// The name that a person gave the folder, or its real one when they gave "." or "..".
std::string nameOf(const fs::path& given, const fs::path& root) {
    fs::path path = given.lexically_normal();
    if (!path.has_filename()) {
        path = path.parent_path();
    }
    const std::string name = path.filename().string();
    return name.empty() || name == "." || name == ".." ? root.filename().string() : name;
}

/// Whether no part of a path below a real folder is a link or leads up, so that the path is the real one as it stands.
/// The kernel tells in one call what otherwise takes one for each part; false where it cannot.
bool isReal(const fs::path& root, const fs::path& relative) {
    const std::string& text = relative.native();
    if (text.empty() || text.back() == '/' || text.front() == '/' || text.front() == '.' ||
        relative.lexically_normal().native() != text) {
        return false;
    }
    open_how how{};
    how.flags = O_PATH | O_CLOEXEC;
    how.resolve = RESOLVE_NO_SYMLINKS;
    const long opened = ::syscall(SYS_openat2, AT_FDCWD, (root / relative).c_str(), &how, sizeof how);
    return bool(UniqueFd(static_cast<int>(opened)));
}

tl::unexpected<Error> refused(const std::string& name, const std::string& reason) {
    return fail("package.unreadable", name + ": " + reason + "; make it readable for you (chmod -R u+rX)");
}

} // namespace

std::string shownPath(const fs::path& path) {
    std::string_view rest = path.native();
    std::string shown;
    while (!rest.empty()) {
        const std::string_view valid = rest.substr(0, findInvalidUtf8(rest).value_or(rest.size()));
        for (const char c : valid) {
            const auto byte = static_cast<unsigned char>(c);
            shown += byte < 0x20 || byte == 0x7f ? escaped(byte) : std::string(1, c);
        }
        rest.remove_prefix(valid.size());
        if (!rest.empty()) {
            shown += escaped(static_cast<unsigned char>(rest.front()));
            rest.remove_prefix(1);
        }
    }
    return shown;
}

namespace {

/// Absolute and without links, of a folder that may be read.
Result<fs::path> realFolder(const fs::path& folder) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error == std::errc::no_such_file_or_directory) {
        return fail("package.unreadable", shownPath(folder) + ": there is no such folder; check the path");
    }
    if (!error && !fs::is_directory(root, error) && !error) {
        return fail("package.unreadable",
                    shownPath(folder) + ": this is a file; name the folder that holds problem.yaml");
    }
    if (error || ::faccessat(AT_FDCWD, root.c_str(), R_OK | X_OK, AT_EACCESS) != 0) {
        return refused(shownPath(folder), error ? error.message() : std::strerror(errno));
    }
    return root;
}

} // namespace

Result<PackageFolder> PackageFolder::open(const fs::path& folder) {
    const fs::path root = TRY(realFolder(folder));
    std::string slug = nameOf(folder, root);
    if (findInvalidUtf8(slug)) {
        return fail("package.invalid", shownPath(folder) + ": the folder's name is not UTF-8; rename it, best to "
                                                           "lower-case letters and digits");
    }
    return PackageFolder(root, std::move(slug));
}

Result<PackageFolder> PackageFolder::openAnyName(const fs::path& folder) {
    const fs::path root = TRY(realFolder(folder));
    return PackageFolder(root, shownPath(nameOf(folder, root)));
}

PackageFolder::PackageFolder(fs::path root, std::string slug)
    : m_root(std::move(root)), m_slug(std::move(slug)), m_planned(std::make_shared<const PlannedData>()) {}

bool PackageFolder::exists(const fs::path& relative) const {
    return isOnDisk(relative) || m_planned->has(relative.string());
}

bool PackageFolder::isOnDisk(const fs::path& relative) const {
    std::error_code error;
    return fs::exists(fs::symlink_status(m_root / relative, error));
}

bool PackageFolder::hasEntries(const fs::path& relative) const {
    std::error_code error;
    for (fs::directory_iterator entry(m_root / relative, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().native().front() != '.') {
            return true;
        }
    }
    return false;
}

Result<fs::path> PackageFolder::resolve(const fs::path& relative) const {
    if (isReal(m_root, relative)) {
        return m_root / relative;
    }
    std::error_code error;
    const std::string name = shownPath(relative);
    if (leavesByItself(relative)) {
        return fail("package.invalid", name + ": this path leads out of the package; name a file that is in it");
    }
    const fs::path path = fs::canonical(m_root / relative, error);
    if (!error && isInside(path, m_root)) {
        return path;
    }
    if (!error) {
        return fail("package.invalid", name + ": this link leads out of the package, to " + shownPath(path) +
                                           "; put the file itself into the package");
    }
    if (error == std::errc::permission_denied) {
        return refused(name, error.message());
    }
    if (!isOnDisk(relative)) {
        return fail("package.invalid", name + ": there is no such file; add it");
    }
    return fail("package.invalid",
                name + ": this link leads nowhere (" + error.message() + "); correct it or put the file itself here");
}

Result<fs::path> PackageFolder::resolveFile(const fs::path& relative) const {
    const fs::path path = TRY(resolve(relative));
    struct stat status {};
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file || ::fstat(file.get(), &status) != 0) {
        return refused(shownPath(relative), std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail("package.invalid", shownPath(relative) + ": this is not a regular file; put a file here");
    }
    return path;
}

Result<std::optional<std::string>> PackageFolder::readText(const fs::path& relative, std::size_t most) const {
    if (!isOnDisk(relative)) {
        return std::optional<std::string>();
    }
    const fs::path path = TRY(resolveFile(relative));
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string content(most + 1, '\0');
    std::size_t size = 0;
    ssize_t count = 1;
    while (size < content.size() && count != 0) {
        count = ::read(file.get(), content.data() + size, content.size() - size);
        if (count < 0 && errno != EINTR) {
            return refused(shownPath(relative), std::strerror(errno));
        }
        size += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    if (size > most) {
        return fail("package.invalid", shownPath(relative) + ": larger than " + std::to_string(most >> 10) +
                                           " KiB; a text of this kind is far smaller, so look what it holds");
    }
    content.resize(size);
    return std::optional(std::move(content));
}

} // namespace grindstone::judge
