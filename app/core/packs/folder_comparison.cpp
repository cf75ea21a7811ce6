// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/folder_comparison.h"

#include "app/core/packs/pack_record.h"
#include "judge/archive/folder_listing.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>

#include <algorithm>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;
using judge::FolderItem;

constexpr std::size_t Piece = 256 * 1024;

bool isForeign(const std::string& path) {
    return fs::path(path).filename() != OwnFolder;
}

bool areAlike(const FolderItem& a, const FolderItem& b) {
    const bool sameMode = a.kind != FolderItem::Kind::File || a.executable == b.executable;
    return a.path == b.path && a.kind == b.kind && a.size == b.size && a.target == b.target && sameMode;
}

/// Fewer bytes than a piece has at the file's end, none when it cannot be read.
std::size_t readPiece(int file, std::string& piece) {
    piece.resize(Piece);
    std::size_t size = 0;
    ssize_t count = 1;
    while (size < Piece && count > 0) {
        count = retryInterrupted([&] { return ::read(file, piece.data() + size, Piece - size); });
        size += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    piece.resize(size);
    return size;
}

bool haveSameContent(const fs::path& a, const fs::path& b) {
    const UniqueFd left(::open(a.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    const UniqueFd right(::open(b.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    std::string leftPiece;
    std::string rightPiece;
    if (!left || !right) {
        return false;
    }
    while (true) {
        const std::size_t size = readPiece(left.get(), leftPiece);
        if (size != readPiece(right.get(), rightPiece) || leftPiece != rightPiece) {
            return false;
        }
        if (size < Piece) {
            return true;
        }
    }
}

} // namespace

Result<bool> holdTheSame(const fs::path& a, const fs::path& b, std::stop_token stop) {
    const std::vector<FolderItem> left = TRY(judge::listFolder(a, isForeign, stop));
    const std::vector<FolderItem> right = TRY(judge::listFolder(b, isForeign, stop));
    if (!std::ranges::equal(left, right, areAlike)) {
        return false;
    }
    for (const FolderItem& item : left) {
        if (stop.stop_requested()) {
            return fail("interrupted", "comparing " + a.string());
        }
        if (item.kind == FolderItem::Kind::File && !haveSameContent(a / item.path, b / item.path)) {
            return false;
        }
    }
    return true;
}

} // namespace grindstone::core
