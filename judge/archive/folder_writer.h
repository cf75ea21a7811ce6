// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Makes what lies in a new folder, each step from a folder that is open, and none through a link. Nobody else may
/// write there meanwhile. Failures are "archive.unwritable" and "archive.no-room".
class FolderWriter {
public:
    using Parts = std::vector<std::string>;

    /// Makes the folder `path`, which must not be there.
    static Result<FolderWriter> create(const std::filesystem::path& path);

    /// With all folders above it, those that aren't there yet.
    Result<void> makeFolder(const Parts& parts);
    /// Empty, and open for writing.
    Result<UniqueFd> newFile(const Parts& parts, bool executable);
    /// Another name for a file that newFile() made.
    Result<void> hardLink(const Parts& existing, const Parts& parts);
    Result<void> symbolicLink(const std::string& target, const Parts& parts);

    /// Fails with "archive.no-room" when the disk has no room for that much more.
    Result<void> expectRoom(Bytes content, std::uint64_t entries) const;
    /// All is on the disk.
    Result<void> sync() const;

private:
    explicit FolderWriter(UniqueFd top) : m_top(std::move(top)) {}
    /// The open folder in which an entry lies; kept for the next one, which mostly lies there, too.
    Result<int> parentOf(const Parts& parts);
    Result<UniqueFd> openFolder(const Parts& parts);

    UniqueFd m_top;
    Parts m_recentParts;
    UniqueFd m_recent;
};

/// "archive.no-room" when the disk is full, else "archive.unwritable"; by errno.
Error writeError(std::string_view what);

} // namespace grindstone::judge
