// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/library.h"

#include "app/core/library/near_matches.h"
#include "app/core/library/pack_file.h"
#include "app/core/library/visible_folders.h"
#include "app/core/packs/pack_record.h"
#include "judge/package/package.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

ProblemEntry toEntry(const judge::PackageHeader& header, const PackFile& pack) {
    ProblemEntry entry;
    entry.pack = pack.id;
    entry.packTitle = pack.title;
    entry.slug = QString::fromStdString(header.slug);
    entry.id = pack.id + u'/' + entry.slug;
    entry.title = header.name.empty() ? entry.slug : QString::fromStdString(header.name);
    entry.difficulty = QString::fromStdString(header.difficulty);
    for (const std::string& tag : header.tags) {
        entry.tags << QString::fromStdString(tag);
    }
    entry.folder = header.folder;
    return entry;
}

/// Entries come sorted by slug; those that the pack's order names move to the front.
void applyOrder(std::vector<ProblemEntry>& entries, const QStringList& order) {
    QHash<QString, qsizetype> places;
    for (const QString& slug : order) {
        places.insert(slug, places.value(slug, places.size()));
    }
    std::ranges::stable_sort(entries, {},
                             [&](const ProblemEntry& entry) { return places.value(entry.slug, places.size()); });
}

/// Packages name their files from their own folder on; among many packages the folder has to be named too.
Error naming(const fs::path& folder, Error error) {
    const bool named = error.detail.find(folder.string()) != std::string::npos;
    return named ? error : withContext(std::move(error), folder.string());
}

std::string quoted(const QStringList& words) {
    return words.join(QStringLiteral(", ")).toStdString();
}

/// Those that an import left out, and told of, aren't missing.
QStringList missingFrom(const std::vector<ProblemEntry>& entries, const QStringList& order,
                        const std::optional<PackRecord>& record) {
    QStringList missing = order;
    for (const LeftOutPackage& package : record ? record->leftOut : std::vector<LeftOutPackage>()) {
        missing.removeAll(package.name);
    }
    for (const ProblemEntry& entry : entries) {
        missing.removeAll(entry.slug);
    }
    return missing;
}

tl::unexpected<Error> unknown(const std::vector<ProblemEntry>& entries, const QString& id) {
    const QStringList near = nearMatches(entries, id);
    const std::string cure = near.isEmpty() ? std::string() : " (did you mean " + quoted(near) + "?)";
    return fail("problem.unknown", id.toStdString() + cure);
}

} // namespace

Library::Library(std::vector<fs::path> packRoots) : m_roots(std::move(packRoots)) {}

void Library::scan() {
    m_entries.clear();
    m_problems.clear();
    QSet<QString> packs;
    for (const fs::path& root : m_roots) {
        scanRoot(root, packs);
    }
    std::ranges::stable_sort(m_entries, {}, &ProblemEntry::pack);
}

void Library::scanRoot(const fs::path& root, QSet<QString>& earlierPacks) {
    std::error_code error;
    if (!fs::exists(root, error) && (!error || error == std::errc::no_such_file_or_directory)) {
        return;
    }
    QSet<QString> packsHere;
    for (const fs::path& folder : visibleFolders(root, error)) {
        scanPack(folder, earlierPacks, packsHere);
    }
    if (error) {
        m_problems.push_back({"pack.unreadable", root.string() + ": " + error.message()});
    }
    earlierPacks.unite(packsHere);
}

void Library::scanPack(const fs::path& folder, const QSet<QString>& earlierPacks, QSet<QString>& packsHere) {
    if (judge::isPackage(folder)) {
        m_problems.push_back({"pack.invalid", folder.string() + ": a problem package lies where packs belong; put it "
                                                                "into a folder of its own there"});
        return;
    }
    Result<PackFile> pack = loadPackFile(folder);
    if (!pack) {
        m_problems.push_back(pack.error());
        return;
    }
    const std::optional<PackRecord> record = loadRecord(folder);
    if (record) { // The import may have given it another id.
        pack->id = QString::fromStdString(folder.filename().string());
    }
    if (packsHere.contains(pack->id)) {
        m_problems.push_back({"pack.duplicate", folder.string() + ": another pack here has the id " +
                                                    pack->id.toStdString() + " already"});
        return;
    }
    packsHere.insert(pack->id);
    if (earlierPacks.contains(pack->id)) {
        return;
    }
    std::error_code error;
    std::vector<ProblemEntry> entries;
    for (const fs::path& package : visibleFolders(folder, error)) {
        if (!judge::isPackage(package)) {
            continue;
        }
        if (const auto header = judge::loadPackageHeader(package)) {
            entries.push_back(toEntry(*header, *pack));
        } else {
            m_problems.push_back(naming(package, header.error()));
        }
    }
    if (error) {
        m_problems.push_back({"pack.unreadable", folder.string() + ": " + error.message()});
    }
    applyOrder(entries, pack->order);
    if (const QStringList missing = missingFrom(entries, pack->order, record); !missing.isEmpty()) {
        m_problems.push_back({"pack.invalid", (folder / "pack.yaml").string() + ": order names " + quoted(missing) +
                                                  ", which cannot be found in the pack"});
    }
    std::ranges::move(entries, std::back_inserter(m_entries));
}

Result<ProblemEntry> Library::find(const QString& id) const {
    QStringList ids;
    const ProblemEntry* found = nullptr;
    for (const ProblemEntry& entry : m_entries) {
        if (entry.id == id) {
            return entry;
        }
        if (entry.slug == id) {
            ids << entry.id;
            found = &entry;
        }
    }
    if (found == nullptr) {
        return unknown(m_entries, id);
    }
    if (ids.size() > 1) {
        return fail("problem.ambiguous", id.toStdString() + ": " + quoted(ids));
    }
    return *found;
}

Result<std::shared_ptr<const judge::Problem>> Library::load(const ProblemEntry& entry) {
    Result<judge::Problem> problem = judge::loadPackage(entry.folder);
    if (!problem) {
        return fail(naming(entry.folder, std::move(problem).error()));
    }
    return std::make_shared<const judge::Problem>(*std::move(problem));
}

std::vector<ProblemEntry> matching(const std::vector<ProblemEntry>& entries, const QString& query,
                                   const QSet<QString>* solved) {
    const Query parsed(query);
    std::vector<ProblemEntry> result;
    std::ranges::copy_if(entries, std::back_inserter(result),
                         [&](const ProblemEntry& entry) { return parsed.matches(entry, solved); });
    return result;
}

} // namespace grindstone::core
