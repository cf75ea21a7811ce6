// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/query.h"
#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <vector>

namespace grindstone::core {

/// A problem in the catalogue. Plain value.
struct ProblemEntry {
    QString id;   ///< "starter/echo-sum"
    QString pack; ///< "starter"
    QString packTitle;
    QString slug;
    QString title;
    QString difficulty; ///< "easy", "medium", "hard" or empty
    QStringList tags;
    std::filesystem::path folder;
};

/// The installed packs and their problems. A pack is a folder of a root, with packages in it and an optional
/// `pack.yaml` (id, title, order). Not thread-safe; scan() may take long with large packs.
class Library {
public:
    explicit Library(std::vector<std::filesystem::path> packRoots);

    /// Reads every package's header. What cannot be read is left out and told in problems(): "pack.invalid",
    /// "pack.duplicate", "package.unreadable", "package.invalid". The first root that has a pack of some id wins; a
    /// root that is absent is passed over.
    void scan();

    /// Sorted by pack, then by the pack's `order`, then by slug.
    const std::vector<ProblemEntry>& entries() const { return m_entries; }
    const std::vector<Error>& problems() const { return m_problems; }

    /// `id` is "pack/slug", or a slug when unique. Fails with "problem.unknown" (naming near matches) or
    /// "problem.ambiguous" (naming the ids).
    Result<ProblemEntry> find(const QString& id) const;

    /// The whole problem.
    static Result<std::shared_ptr<const judge::Problem>> load(const ProblemEntry& entry);

private:
    void scanRoot(const std::filesystem::path& root, QSet<QString>& earlierPacks);
    void scanPack(const std::filesystem::path& folder, const QSet<QString>& earlierPacks, QSet<QString>& packsHere);

    std::vector<std::filesystem::path> m_roots;
    std::vector<ProblemEntry> m_entries;
    std::vector<Error> m_problems;
};

/// Entries that a query matches, in their order; see Query. With `solved` the query may ask `solved` and `-solved`.
std::vector<ProblemEntry> matching(const std::vector<ProblemEntry>& entries, const QString& query,
                                   const QSet<QString>* solved = nullptr);

} // namespace grindstone::core
