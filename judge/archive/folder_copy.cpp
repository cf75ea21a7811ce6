// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/folder_copy.h"

#include "judge/archive/folder_writer.h"
#include "judge/archive/progress_teller.h"
#include "judge/archive/unfinished_folder.h"
#include "judge/package/package_folder.h"
#include "sandbox/base/sys.h"

#include <fcntl.h>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t Piece = 1 << 20;

tl::unexpected<Error> refused(const std::string& path) {
    return fail("folder.unreadable",
                shownPath(path) + ": " + std::strerror(errno) + "; make it readable for you (chmod -R u+rX)");
}

class Copying {
public:
    Copying(fs::path source, FolderWriter& folder, ProgressTeller& teller)
        : m_source(std::move(source)), m_folder(folder), m_teller(teller) {}

    Result<void> copy(const FolderItem& item, const NameLimits& limits) {
        TRY(m_teller.count());
        const std::vector<std::string> parts = TRY(entryParts(item.path, limits));
        switch (item.kind) {
        case FolderItem::Kind::Folder:
            return m_folder.makeFolder(parts);
        case FolderItem::Kind::Link:
            return m_folder.symbolicLink(item.target, parts);
        default:
            return copyFile(item, parts);
        }
    }

private:
    Result<void> copyFile(const FolderItem& item, const std::vector<std::string>& parts) {
        const fs::path path = m_source / item.path;
        const UniqueFd from(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (!from) {
            return refused(path.string());
        }
        const UniqueFd to = TRY(m_folder.newFile(parts, item.executable));
        while (const std::size_t size = TRY(copyPiece(from.get(), to.get(), path))) {
            TRY(m_teller.add(size));
        }
        return {};
    }

    Result<std::size_t> copyPiece(int from, int to, const fs::path& path) {
        ssize_t size = m_plain ? -1 : ::copy_file_range(from, nullptr, to, nullptr, Piece, 0);
        if (size < 0) { // Not between these file systems.
            m_plain = true;
            m_buffer.resize(Piece);
            size = retryInterrupted([&] { return ::read(from, m_buffer.data(), m_buffer.size()); });
            if (size < 0) {
                return refused(path.string());
            }
            if (!writeAll(to, std::string_view(m_buffer).substr(0, static_cast<std::size_t>(size)))) {
                return fail(writeError("writing a file"));
            }
        }
        return static_cast<std::size_t>(size);
    }

    fs::path m_source;
    FolderWriter& m_folder;
    ProgressTeller& m_teller;
    bool m_plain = false;
    std::string m_buffer;
};

Result<void> checkSize(const std::vector<FolderItem>& items, const ExtractionLimits& limits) {
    if (items.size() > limits.entries) {
        return fail("pack.too-large", "it has more than " + std::to_string(limits.entries) +
                                          " files and folders; split the pack into smaller ones");
    }
    if (contentOf(items) > limits.content) {
        return fail("pack.too-large", "its files have more than " + std::to_string(limits.content.count() >> 20) +
                                          " MiB together; split the pack into smaller ones");
    }
    return {};
}

Result<void> copy(const fs::path& source, const fs::path& newFolder, const ExtractionLimits& limits,
                  const FolderFilter& wanted, const ExtractionSink& sink, const std::stop_token& stop) {
    const std::vector<FolderItem> items = TRY(listFolder(source, wanted, stop));
    TRY(checkSize(items, limits));
    TRY(checkItems(items, limits.names));
    const UnfinishedFolder unfinished = TRY(UnfinishedFolder::create(newFolder));
    FolderWriter folder = TRY(FolderWriter::create(unfinished.content()));
    TRY(folder.expectRoom(contentOf(items), items.size()));
    ProgressTeller teller(sink, stop, contentOf(items));
    Copying copying(source, folder, teller);
    for (const FolderItem& item : items) {
        TRY(copying.copy(item, limits.names));
    }
    TRY(folder.sync());
    return unfinished.moveTo(newFolder);
}

} // namespace

Result<void> copyFolder(const fs::path& source, const fs::path& newFolder, const ExtractionLimits& limits,
                        const FolderFilter& wanted, const ExtractionSink& sink, std::stop_token stop) {
    Result<void> copied = copy(source, newFolder, limits, wanted, sink, stop);
    const std::string name = shownPath(source);
    return copied || copied.error().detail.starts_with(name) ? copied
                                                             : fail(withContext(std::move(copied).error(), name));
}

} // namespace grindstone::judge
