// SPDX-License-Identifier: GPL-3.0-or-later
//
// A compiler believes what a prepared file says, and a file that a power cut left half written would make errors of
// right programs. So all is on the disk before the folder gets its name, and the digest beside the file tells, when
// something goes wrong, whether it is the file's fault. Looking at it each time would cost what preparing saves.
#include "judge/cache/prepared_folder.h"

#include "judge/cache/digest.h"
#include "judge/report/capture.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* UnfinishedPrefix = ".unfinished-";
constexpr const char* DigestName = ".digest";
constexpr std::uint64_t Piece = 1 << 20;

std::string digestOf(int descriptor) {
    Digest digest;
    std::uint64_t offset = 0;
    for (std::string piece; !(piece = readAt(descriptor, offset, Piece)).empty(); offset += piece.size()) {
        digest.add(piece);
    }
    return digest.hex();
}

/// Boxes belong to another user where the judge is root: what they are to read must be readable for everybody.
UniqueFd newFile(const fs::path& path) {
    UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file && ::fchmod(file.get(), 0644) == 0 ? std::move(file) : UniqueFd();
}

bool writeFile(const fs::path& path, int content, Bytes size) {
    const UniqueFd file = newFile(path);
    off_t offset = 0;
    while (file && static_cast<std::uint64_t>(offset) < size.count()) {
        if (::sendfile(file.get(), content, &offset, size.count() - static_cast<std::uint64_t>(offset)) <= 0) {
            return false;
        }
    }
    return file && ::fsync(file.get()) == 0;
}

bool writeFile(const fs::path& path, const std::string& text) {
    const UniqueFd file = newFile(path);
    return file && writeAll(file.get(), text) && ::fsync(file.get()) == 0;
}

bool isSynced(const fs::path& folder) {
    const UniqueFd descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor && ::fsync(descriptor.get()) == 0;
}

/// The folders between `top` and a file below it. Their mode doesn't depend on the umask.
void makeFolders(const fs::path& top, const fs::path& name) {
    std::error_code error;
    fs::path folder = top;
    for (const fs::path& part : name.parent_path()) {
        folder /= part;
        fs::create_directory(folder, error);
        fs::permissions(folder, fs::perms(0755), error);
    }
}

bool isOld(const fs::directory_entry& entry) {
    std::error_code error;
    const auto changed = entry.last_write_time(error);
    return !error && changed < fs::file_time_type::clock::now() - std::chrono::hours(1);
}

} // namespace

std::optional<PreparedFolder> PreparedFolder::begin(const fs::path& target) {
    std::error_code error;
    if (fs::create_directories(target.parent_path(), error)) {
        fs::permissions(target.parent_path(), fs::perms::owner_all, error);
    }
    TemporaryFolder unfinished(target.parent_path() / UnfinishedPrefix);
    if (!unfinished) {
        return std::nullopt;
    }
    fs::permissions(unfinished.path(), fs::perms(0755), error);
    return PreparedFolder(target, std::move(unfinished));
}

bool PreparedFolder::finish(const sandbox::CollectedFile& file) {
    makeFolders(m_unfinished.path(), file.path);
    const fs::path path = m_unfinished.path() / file.path;
    if (!writeFile(path, file.file.get(), file.size) ||
        !writeFile(m_unfinished.path() / DigestName, digestOf(file.file.get())) || !isSynced(path.parent_path()) ||
        !isSynced(m_unfinished.path())) {
        return false;
    }
    std::error_code error;
    fs::rename(m_unfinished.path(), m_target, error);
    if (!error) {
        m_unfinished.release();
        return true;
    }
    return fs::exists(m_target, error);
}

bool PreparedFolder::isWhole(const fs::path& target, const std::string& name) {
    const UniqueFd file(::open((target / name).c_str(), O_RDONLY | O_CLOEXEC));
    const UniqueFd digest(::open((target / DigestName).c_str(), O_RDONLY | O_CLOEXEC));
    return file && digest && readAt(digest.get(), 0, Piece) == digestOf(file.get());
}

void PreparedFolder::remove(const fs::path& target) {
    // Under its name it goes in one step.
    if (const std::optional<PreparedFolder> aside = begin(target)) {
        std::error_code ignored;
        fs::rename(target, aside->m_unfinished.path() / "removed", ignored);
    }
}

void PreparedFolder::removeOthers(const fs::path& target, std::size_t keyLength) {
    const std::string name = target.filename().string();
    const std::string prefix = name.substr(0, name.size() - keyLength);
    std::error_code error;
    for (fs::directory_iterator entry(target.parent_path(), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string other = entry->path().filename().string();
        const bool replaced = other != name && other.size() == name.size() && other.starts_with(prefix);
        if (replaced || (other.starts_with(UnfinishedPrefix) && isOld(*entry))) {
            std::error_code ignored;
            fs::remove_all(entry->path(), ignored);
        }
    }
}

} // namespace grindstone::judge
