// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/folder_listing.h"

#include "judge/archive/entry_tree.h"
#include "judge/package/package_folder.h"
#include "sandbox/base/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace grindstone::judge {

namespace {

constexpr std::size_t DeepestListed = 64; ///< deeper than any that is permitted, and each level is an open folder

using Names = std::vector<std::string>;

tl::unexpected<Error> refused(const std::string& path) {
    return fail("folder.unreadable",
                shownPath(path) + ": " + std::strerror(errno) + "; make it readable for you (chmod -R u+rX)");
}

/// Takes the descriptor.
bool namesIn(UniqueFd folder, Names& names) {
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
    if (!stream) {
        return false;
    }
    (void)folder.release();
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") {
            names.push_back(name);
        }
    }
    std::ranges::sort(names);
    return errno == 0;
}

bool readTarget(int folder, const std::string& name, std::string& target) {
    target.resize(PATH_MAX);
    const ssize_t size = ::readlinkat(folder, name.c_str(), target.data(), target.size());
    target.resize(static_cast<std::size_t>(std::max<ssize_t>(0, size)));
    return size >= 0;
}

FolderItem::Kind kindOf(mode_t mode) {
    return S_ISREG(mode)   ? FolderItem::Kind::File
           : S_ISDIR(mode) ? FolderItem::Kind::Folder
           : S_ISLNK(mode) ? FolderItem::Kind::Link
                           : FolderItem::Kind::Other;
}

class Listing {
public:
    Listing(std::filesystem::path top, const FolderFilter& wanted, std::stop_token stop)
        : m_top(std::move(top)), m_wanted(wanted), m_stop(std::move(stop)) {}

    Result<void> list(int folder, const std::string& path, std::size_t depth) {
        Names names;
        if (!namesIn(UniqueFd(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), names)) {
            return refused((m_top / path).string());
        }
        for (const std::string& name : names) {
            if (m_stop.stop_requested()) {
                return fail("interrupted", "reading " + shownPath(m_top));
            }
            const std::string below = path.empty() ? name : path + "/" + name;
            if (!m_wanted || m_wanted(below)) {
                TRY(add(folder, name, below, depth));
            }
        }
        return {};
    }

    std::vector<FolderItem>& items() { return m_items; }

private:
    Result<void> add(int folder, const std::string& name, const std::string& path, std::size_t depth) {
        struct stat status {};
        FolderItem item;
        item.path = path;
        if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            return refused((m_top / path).string());
        }
        item.kind = kindOf(status.st_mode);
        item.size = item.kind == FolderItem::Kind::File ? static_cast<std::uint64_t>(status.st_size) : 0;
        item.executable = (status.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
        if (item.kind == FolderItem::Kind::Link && !readTarget(folder, name, item.target)) {
            return refused((m_top / path).string());
        }
        m_items.push_back(item);
        return item.kind == FolderItem::Kind::Folder ? enter(folder, name, path, depth + 1) : Result<void>();
    }

    Result<void> enter(int folder, const std::string& name, const std::string& path, std::size_t depth) {
        if (depth > DeepestListed) {
            return fail("pack.unsafe", shownPath(m_top / path) + ": it lies too deep; put it higher");
        }
        const UniqueFd inner(::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        return inner ? list(inner.get(), path, depth) : refused((m_top / path).string());
    }

    std::filesystem::path m_top;
    const FolderFilter& m_wanted;
    std::stop_token m_stop;
    std::vector<FolderItem> m_items;
};

Result<void> addItem(EntryTree& tree, const FolderItem& item, const NameLimits& limits) {
    const EntryTree::Parts parts = TRY(entryParts(item.path, limits));
    switch (item.kind) {
    case FolderItem::Kind::File:
        return tree.add(parts, EntryTree::Kind::File);
    case FolderItem::Kind::Folder:
        return tree.add(parts, EntryTree::Kind::Folder);
    case FolderItem::Kind::Link:
        return tree.add(parts, EntryTree::Kind::Link, item.target);
    case FolderItem::Kind::Other:
        break;
    }
    return fail("pack.unsafe",
                "this is a device, a socket or a named pipe; a pack has files, folders and links only, so "
                "take it out");
}

tl::unexpected<Error> unsafe(const FolderItem& item, const Error& error) {
    return fail("pack.unsafe", shownPath(item.path) + ": " + error.detail);
}

} // namespace

Result<std::vector<FolderItem>> listFolder(const std::filesystem::path& folder, const FolderFilter& wanted,
                                           std::stop_token stop) {
    const UniqueFd top(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!top) {
        return refused(folder.string());
    }
    Listing listing(folder, wanted, std::move(stop));
    TRY(listing.list(top.get(), {}, 0));
    return std::move(listing.items());
}

Bytes contentOf(const std::vector<FolderItem>& items) {
    Bytes content;
    for (const FolderItem& item : items) {
        content = content + Bytes(item.size);
    }
    return content;
}

Result<void> checkItems(const std::vector<FolderItem>& items, const NameLimits& limits) {
    EntryTree tree;
    for (const FolderItem& item : items) {
        if (const Result<void> added = addItem(tree, item, limits); !added) {
            return unsafe(item, added.error());
        }
    }
    for (const FolderItem& item : items) {
        if (item.kind != FolderItem::Kind::Link) {
            continue;
        }
        if (const Result<void> inside = tree.checkLink(TRY(entryParts(item.path, limits))); !inside) {
            return unsafe(item, inside.error());
        }
    }
    return {};
}

} // namespace grindstone::judge
