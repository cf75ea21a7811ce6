// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time of a file's last change is that of its last use. A file is written under a name of its own and renamed, so
// that no other process ever sees half of one; a name that a crash left behind is removed after an hour.
#include "judge/cache/file_store.h"

#include "judge/report/capture.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* UnfinishedPrefix = ".unfinished-";
/// What a file counts at least: making room looks at all of them, so that there may not be any number of small ones.
constexpr std::uint64_t LeastSize = 64 << 10;

struct KeptFile {
    fs::path path;
    std::uint64_t size = 0;
    fs::file_time_type used;
};

/// Removes what a crash left unfinished, and returns the rest.
std::vector<KeptFile> keptFiles(const fs::path& folder) {
    const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
    std::vector<KeptFile> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code gone; // another process may remove it at any moment
        KeptFile file{entry->path(), std::max(LeastSize, entry->file_size(gone)), entry->last_write_time(gone)};
        if (gone || !entry->is_regular_file(gone)) {
            continue;
        }
        if (!file.path.filename().string().starts_with(UnfinishedPrefix)) {
            files.push_back(std::move(file));
        } else if (file.used < longAgo) {
            fs::remove(file.path, gone);
        }
    }
    return files;
}

} // namespace

std::optional<std::string> FileStore::load(const std::string& key) const {
    const UniqueFd file(::open((m_folder / key).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
        static_cast<std::uint64_t>(status.st_size) > m_largest.count()) {
        return std::nullopt;
    }
    ::futimens(file.get(), nullptr);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    std::string bytes = readAt(file.get(), 0, size);
    return bytes.size() == size ? std::optional(std::move(bytes)) : std::nullopt;
}

void FileStore::save(const std::string& key, std::string_view bytes) const {
    std::error_code error;
    if (bytes.size() > m_largest.count()) {
        return;
    }
    if (fs::create_directories(m_folder, error)) {
        fs::permissions(m_folder, fs::perms::owner_all, error);
    }
    std::string unfinished = (m_folder / (UnfinishedPrefix + std::string("XXXXXX"))).string();
    const UniqueFd file(::mkostemp(unfinished.data(), O_CLOEXEC));
    if (!file) {
        return;
    }
    if (!writeAll(file.get(), bytes) || ::rename(unfinished.c_str(), (m_folder / key).c_str()) != 0) {
        ::unlink(unfinished.c_str());
    }
    makeRoom();
}

void FileStore::remove(const std::string& key) const {
    std::error_code ignored;
    fs::remove(m_folder / key, ignored);
}

void FileStore::makeRoom() const {
    std::vector<KeptFile> files = keptFiles(m_folder);
    std::ranges::sort(files, {}, &KeptFile::used);
    std::uint64_t sum = 0;
    for (const KeptFile& file : files) {
        sum += file.size;
    }
    for (const KeptFile& file : files) {
        if (sum <= m_largest.count()) {
            return;
        }
        std::error_code ignored;
        fs::remove(file.path, ignored);
        sum -= file.size;
    }
}

} // namespace grindstone::judge
