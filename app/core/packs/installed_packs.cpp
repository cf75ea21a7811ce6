// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/installed_packs.h"

#include "app/core/library/visible_folders.h"
#include "app/core/packs/pack_finding.h"
#include "app/core/packs/staging.h"
#include "judge/archive/folder_listing.h"
#include "judge/package/package.h"

#include <algorithm>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

InstalledPack packIn(const fs::path& folder) {
    InstalledPack pack;
    pack.folder = folder;
    pack.record = loadRecord(folder);
    const QString name = QString::fromStdString(folder.filename().string());
    Result<PackFile> file = loadPackFile(folder);
    if (file) {
        pack.file = *std::move(file);
    } else {
        pack.file.title = name;
        pack.error = file.error();
    }
    if (pack.record || pack.error) {
        pack.file.id = name;
    }
    pack.packages = visibleFolders(folder);
    std::erase_if(pack.packages, [](const fs::path& path) { return !judge::isPackage(path); });
    return pack;
}

bool has(const std::vector<InstalledPack>& packs, const QString& id) {
    return std::ranges::any_of(packs, [&](const InstalledPack& pack) { return pack.file.id == id; });
}

} // namespace

std::vector<InstalledPack> installedPacks(const std::vector<fs::path>& roots) {
    std::vector<InstalledPack> packs;
    for (const fs::path& root : roots) {
        for (const fs::path& folder : visibleFolders(root)) {
            InstalledPack pack = packIn(folder);
            pack.own = root == roots.front();
            if (!has(packs, pack.file.id)) {
                packs.push_back(std::move(pack));
            }
        }
    }
    std::ranges::sort(packs, {}, [](const InstalledPack& pack) { return pack.file.id; });
    return packs;
}

Result<InstalledPack> findInstalledPack(const std::vector<fs::path>& roots, const QString& id) {
    QStringList ids;
    for (InstalledPack& pack : installedPacks(roots)) {
        if (pack.file.id == id) {
            return std::move(pack);
        }
        ids << pack.file.id;
    }
    return fail("pack.unknown",
                (id + QStringLiteral(" (there are: ") + ids.join(QStringLiteral(", ")) + u')').toStdString());
}

Bytes sizeOf(const InstalledPack& pack) {
    if (pack.record) {
        return pack.record->size;
    }
    const auto items = judge::listFolder(pack.folder, {}, {});
    return items ? judge::contentOf(*items) : Bytes();
}

Result<void> removePack(const std::vector<fs::path>& roots, const QString& id) {
    const InstalledPack pack = TRY(findInstalledPack(roots, id));
    if (!pack.own) {
        return fail("pack.built-in", id.toStdString() + ": it lies in " + pack.folder.string());
    }
    const Staging staging = TRY(Staging::create(roots.front()));
    if (!TRY(staging.takeOut(pack.folder.filename().string()))) {
        return fail("pack.unknown", id.toStdString());
    }
    return {};
}

} // namespace grindstone::core
