// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/group_files.h"
#include "judge/package/group_settings.h"
#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/scoring_kind.h"
#include "judge/problem/test_group.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// Makes the tree of groups while somebody else walks the folders below data/ in the order of judging: open(),
/// addCase() for each case in it, close(). Every failure is "package.invalid", naming file and line, or as
/// PackageFolder's.
class TestTreeReader {
public:
    /// All arguments outlive the reader.
    TestTreeReader(const PackageFolder& folder, const ProblemMetadata& metadata, const ScoringKind& kind,
                   std::vector<std::string>& warnings);

    /// `path` is "data" or a folder below it.
    Result<void> open(const std::string& path);
    void addCase();
    void close();

    /// Empty where simply every case has to be passed.
    Result<TestTree> take();

private:
    /// A folder that is being read.
    struct Folder {
        std::string path;
        std::size_t group = 0; ///< its own, or the one that it belongs to
        bool isGroup = false;
    };

    Result<void> openLegacy(const std::string& path);
    Result<void> openCurrent(const std::string& path);
    bool isCurrentGroup(const std::string& path);
    void openGroup(const std::string& path, TestGroup group);
    void dropLastGroup();

    const PackageFolder& m_folder;
    const PackageFormat m_format;
    const ScoringKind& m_kind;
    std::vector<std::string>& m_warnings;
    GroupFiles m_files;
    TestTree m_tree;
    std::vector<LegacySettings> m_legacy;   ///< one a group of the tree
    std::vector<CurrentSettings> m_current; ///< the same
    std::vector<Folder> m_open;
};

} // namespace grindstone::judge
