// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/temporary_folder.h"

#include <filesystem>
#include <utility>

namespace grindstone::judge {

/// A folder that is to appear at once: it is made beside its place, under a name that begins with ".extracting-", and
/// goes with this object unless it was moved. Failures are "archive.unwritable" and "archive.no-room".
class UnfinishedFolder {
public:
    static Result<UnfinishedFolder> create(const std::filesystem::path& target);

    /// Where its content is to be made; not there yet.
    std::filesystem::path content() const { return m_folder.path() / "content"; }
    /// Replaces nothing.
    Result<void> moveTo(const std::filesystem::path& target) const;

private:
    explicit UnfinishedFolder(TemporaryFolder folder) : m_folder(std::move(folder)) {}
    TemporaryFolder m_folder;
};

} // namespace grindstone::judge
