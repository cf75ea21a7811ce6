// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace grindstone::judge {

/// The names of an archive as the folder that they will make: tells those that cannot stand beside each other, and
/// where links lead, without touching a disk.
class EntryTree {
public:
    using Parts = std::vector<std::string>;
    enum class Kind { Folder, File, Link };

    /// Folders on the way come to be by themselves, and may be named any number of times. Fails with "archive.unsafe",
    /// whose detail says what and how to cure it without naming the entry.
    Result<void> add(const Parts& parts, Kind kind, std::string target = {});

    bool isFile(const Parts& parts) const;

    /// Where the link that was added under this name leads in the end. Fails with "archive.unsafe" when that is
    /// outside, or nowhere since it leads in a circle. A target that isn't there is none of that.
    Result<void> checkLink(const Parts& parts) const;

private:
    struct Node {
        Kind kind = Kind::Folder;
        std::string target;
        std::map<std::string, Node> children;
    };

    Result<void> addForeign(const Parts& parts);
    const Node* find(const Parts& parts) const;

    Node m_top;
    std::map<std::string, std::string> m_composed; ///< paths with foreign letters, by their composed form
};

} // namespace grindstone::judge
