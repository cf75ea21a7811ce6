// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program left is as hostile as the program: links, FIFOs, folders without end, names of any bytes. Every file
// is opened from its area's folder with a lookup that follows no link, and looked at by its descriptor only.
#include "sandbox/helper/left_files.h"

#include "sandbox/helper/copy_bytes.h"
#include "sandbox/protocol/packet.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

constexpr int DeepestFolder = 16;
/// Entries that are looked at altogether; a folder with more holds more files than go into an answer, or rubbish.
constexpr int MostEntries = 1000;
/// Together with MostFilesOfFolder it keeps an answer far below the largest packet.
constexpr std::size_t LongestPath = 200;

/// Opens what is below `folder` and no link leads to; a FIFO or device never blocks or does anything.
UniqueFd openLeft(int folder, const std::string& path, std::uint64_t flags = 0) {
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return UniqueFd(static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how)));
}

UniqueFd sealedCopy(int file, std::uint64_t size, const CallKey& key) {
    UniqueFd copy(key.createMemory("grindstone-collected", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!copy || !copyBytes(file, copy.get(), size) ||
        ::fcntl(copy.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
        return UniqueFd();
    }
    return copy;
}

/// One regular file, or nothing when it is larger than `largest` or something else.
std::optional<CollectedFile> collectFile(int folder, const std::string& path, Bytes largest, Area area,
                                         const CallKey& key) {
    const UniqueFd left = openLeft(folder, path);
    struct stat status {};
    if (!left || ::fstat(left.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
        static_cast<std::uint64_t>(status.st_size) > largest.count()) {
        return std::nullopt;
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    UniqueFd copy = sealedCopy(left.get(), size, key);
    return copy ? std::optional(CollectedFile{path, std::move(copy), Bytes(size), area}) : std::nullopt;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// The paths of all regular files below a folder. Nothing when there are too many or it is too deep.
class FolderWalk {
public:
    explicit FolderWalk(int area) : m_area(area) {}

    std::optional<std::vector<std::string>> files(const std::string& path) {
        if (!walk(path, 0)) {
            return std::nullopt;
        }
        std::ranges::sort(m_files);
        return m_files;
    }

private:
    bool walk(const std::string& path, int depth) {
        UniqueFd opened = openLeft(m_area, path, O_DIRECTORY);
        const std::unique_ptr<DIR, CloseFolder> folder(opened ? ::fdopendir(opened.get()) : nullptr);
        if (folder == nullptr || depth > DeepestFolder) {
            return false;
        }
        opened.release(); // the DIR's now
        while (const dirent* entry = ::readdir(folder.get())) {
            const std::string name = entry->d_name;
            const bool itself = name == "." || name == "..";
            if (++m_entries > MostEntries || (!itself && !take(path + "/" + name, *entry, depth))) {
                return false;
            }
        }
        return true;
    }

    bool take(const std::string& path, const dirent& entry, int depth) {
        if (entry.d_type == DT_DIR) {
            return walk(path, depth + 1);
        }
        if (entry.d_type == DT_REG) {
            m_files.push_back(path);
        }
        return path.size() <= LongestPath && m_files.size() <= FileOut::MostFilesOfFolder;
    }

    int m_area;
    int m_entries = 0;
    std::vector<std::string> m_files;
};

std::vector<CollectedFile> collectFolder(int area, const FileOut& wanted, const CallKey& key) {
    std::vector<CollectedFile> collected;
    const auto paths = FolderWalk(area).files(wanted.path);
    std::uint64_t room = wanted.largest.count();
    for (const std::string& path : paths.value_or(std::vector<std::string>())) {
        auto file = collectFile(area, path, Bytes(room), wanted.area, key);
        if (!file) {
            return {};
        }
        room -= file->size.count();
        collected.push_back(*std::move(file));
    }
    return collected;
}

} // namespace

std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted, const std::function<int(Area)>& folderOf,
                                        const CallKey& key) {
    std::vector<CollectedFile> collected;
    for (const FileOut& file : wanted) {
        std::vector<CollectedFile> found;
        if (file.wholeFolder) {
            found = collectFolder(folderOf(file.area), file, key);
        } else if (auto single = collectFile(folderOf(file.area), file.path, file.largest, file.area, key)) {
            found.push_back(*std::move(single));
        }
        if (collected.size() + found.size() <= protocol::MostDescriptors) {
            std::ranges::move(found, std::back_inserter(collected));
        }
    }
    return collected;
}

} // namespace grindstone::sandbox::helper
