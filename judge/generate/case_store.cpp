// SPDX-License-Identifier: GPL-3.0-or-later
//
// A case is a folder with the files "in" and "ans". It is written under a name of its own and renamed, so that nobody
// ever sees an input beside the answer of another one. The time of the folder's last change is that of its last use.
#include "judge/generate/case_store.h"

#include "sandbox/base/sys.h"
#include "sandbox/base/temporary_folder.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/sendfile.h>
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
constexpr const char* InputName = "in";
constexpr const char* AnswerName = "ans";
constexpr std::chrono::hours InUse(1);
/// What a case counts at least: making room looks at all of them, so that there may not be any number of small ones.
constexpr std::uint64_t LeastSize = 8 << 10;

tl::unexpected<Error> notKept(const fs::path& path) {
    return fail(systemError("cases.not-kept", path.string()));
}

bool copyInto(int target, int source) {
    constexpr std::size_t Piece = 1 << 20;
    off_t offset = 0;
    ssize_t sent = 1;
    while (sent > 0) {
        sent = retryInterrupted([&] { return ::sendfile(target, source, &offset, Piece); });
    }
    return sent == 0;
}

Result<void> write(const fs::path& path, int content) {
    if (content < 0) {
        return {};
    }
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file || !copyInto(file.get(), content) || ::fdatasync(file.get()) != 0) {
        return notKept(path);
    }
    return {};
}

struct KeptCase {
    fs::path path;
    std::uint64_t size = 0;
    fs::file_time_type used;
    bool unfinished = false;
};

std::uint64_t sizeIn(const fs::path& folder) {
    std::uint64_t sum = 0;
    for (const char* name : {InputName, AnswerName}) {
        std::error_code absent;
        const std::uintmax_t size = fs::file_size(folder / name, absent);
        sum += absent ? 0 : size;
    }
    return std::max(sum, LeastSize);
}

std::vector<KeptCase> keptCases(const fs::path& folder) {
    std::vector<KeptCase> cases;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code gone; // another process may remove it at any moment
        KeptCase kept{entry->path(), sizeIn(entry->path()), entry->last_write_time(gone)};
        kept.unfinished = kept.path.filename().string().starts_with(UnfinishedPrefix);
        if (!gone) {
            cases.push_back(std::move(kept));
        }
    }
    return cases;
}

/// Under its name it goes in one step.
void removeCase(const fs::path& path) {
    const TemporaryFolder aside(path.parent_path() / UnfinishedPrefix);
    std::error_code ignored;
    if (aside) {
        fs::rename(path, aside.path() / "removed", ignored);
    }
}

} // namespace

CaseStore::Kept CaseStore::partsOf(const std::string& key, Parts parts) const {
    const fs::path folder = m_folder / key;
    return {parts.input ? folder / InputName : fs::path(), parts.answer ? folder / AnswerName : fs::path()};
}

std::optional<CaseStore::Kept> CaseStore::find(const std::string& key, Parts parts) const {
    Kept kept = partsOf(key, parts);
    for (const fs::path& file : {kept.input, kept.answer}) {
        std::error_code error;
        if (!file.empty() && !fs::is_regular_file(file, error)) {
            return std::nullopt;
        }
    }
    ::utimensat(AT_FDCWD, (m_folder / key).c_str(), nullptr, 0);
    return kept;
}

Result<CaseStore::Kept> CaseStore::keep(const std::string& key, int input, int answer) const {
    std::error_code error;
    if (fs::create_directories(m_folder, error)) {
        fs::permissions(m_folder, fs::perms::owner_all, error);
    }
    const TemporaryFolder unfinished(m_folder / UnfinishedPrefix);
    if (!unfinished) {
        return notKept(m_folder);
    }
    TRY(write(unfinished.path() / InputName, input));
    TRY(write(unfinished.path() / AnswerName, answer));
    const Parts parts{input >= 0, answer >= 0};
    const fs::path target = m_folder / key;
    const auto isNamed = [&] { return ::rename(unfinished.path().c_str(), target.c_str()) == 0; };
    if (isNamed() || find(key, parts)) {
        return partsOf(key, parts);
    }
    removeCase(target); // Somebody took a part of it away.
    return isNamed() ? Result<Kept>(partsOf(key, parts)) : notKept(target);
}

void CaseStore::makeRoom() const {
    std::vector<KeptCase> cases = keptCases(m_folder);
    std::ranges::sort(cases, {}, &KeptCase::used);
    std::uint64_t sum = 0;
    for (const KeptCase& kept : cases) {
        sum += kept.size;
    }
    const auto since = fs::file_time_type::clock::now() - InUse;
    for (const KeptCase& kept : cases) {
        if (kept.used < since && (kept.unfinished || sum > m_largest.count())) {
            removeCase(kept.path);
            sum -= kept.size;
        }
    }
}

} // namespace grindstone::judge
