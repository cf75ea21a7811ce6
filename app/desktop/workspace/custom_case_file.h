// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace grindstone::desktop {

/// A case that the person typed.
struct OwnCase {
    QString input;
    QString expected; ///< empty: nothing to compare with

    friend bool operator==(const OwnCase&, const OwnCase&) = default;
};

/// Keeps the cases that a person typed, one JSON file for each problem in a folder.
class CustomCaseFile {
public:
    explicit CustomCaseFile(std::filesystem::path folder);

    /// None for a problem that has no file, or one that isn't ours.
    std::vector<OwnCase> load(const QString& problemId) const;
    /// Whole or not at all. Fails with "cases.unwritable", naming the file.
    Result<void> save(const QString& problemId, const std::vector<OwnCase>& cases) const;

private:
    QString fileFor(const QString& problemId) const;

    std::filesystem::path m_folder;
};

} // namespace grindstone::desktop
