// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_finding.h"

#include "app/core/library/visible_folders.h"
#include "judge/package/package.h"
#include "judge/package/package_folder.h"

#include <QRegularExpression>

#include <algorithm>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;
using Packs = std::vector<FoundPack>;

/// How many folders may lie above what was meant.
constexpr int DeepestTop = 3;

bool hasPackFile(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "pack.yaml", error);
}

std::vector<fs::path> packagesIn(const fs::path& folder) {
    std::vector<fs::path> packages = visibleFolders(folder);
    std::erase_if(packages, [](const fs::path& path) { return !judge::isPackage(path); });
    return packages;
}

bool isPack(const fs::path& folder) {
    return hasPackFile(folder) || !packagesIn(folder).empty();
}

FoundPack singlePackage(const fs::path& folder, const QString& name) {
    FoundPack pack;
    pack.file.id = packIdFrom(name);
    pack.file.title = pack.file.id;
    pack.folder = folder;
    pack.packages = {folder};
    pack.single = true;
    return pack;
}

/// Of packages that order and chapters name, and that aren't there.
void warnOfMissing(FoundPack& pack) {
    QStringList named = pack.file.order;
    for (const PackChapter& chapter : pack.file.chapters) {
        named << chapter.problems;
    }
    named.removeDuplicates();
    for (const QString& name : named) {
        const std::string text = name.toStdString();
        if (std::ranges::none_of(pack.packages, [&](const fs::path& path) { return path.filename() == text; })) {
            pack.file.warnings.push_back(judge::shownPath(pack.folder) + "/pack.yaml: \"" + judge::shownPath(text) +
                                         "\" is named there, and there is no problem package of that name; correct it");
        }
    }
}

/// The name of the folder counts only where the pack's own file is silent.
Result<FoundPack> packIn(const fs::path& folder, const QString& name) {
    FoundPack pack;
    pack.folder = folder;
    pack.file = TRY(loadPackFile(folder));
    if (!pack.file.namesItself) {
        const bool untitled = pack.file.title == pack.file.id;
        pack.file.id = packIdFrom(name);
        pack.file.title = untitled ? pack.file.id : pack.file.title;
    }
    pack.packages = packagesIn(folder);
    warnOfMissing(pack);
    return pack;
}

QString nameOf(const fs::path& folder) {
    return QString::fromStdString(folder.filename().string());
}

Result<Packs> packsBelow(const std::vector<fs::path>& folders) {
    Packs packs;
    for (const fs::path& folder : folders) {
        if (isPack(folder)) {
            packs.push_back(TRY(packIn(folder, nameOf(folder))));
        }
    }
    return packs;
}

Result<Packs> find(const fs::path& folder, const QString& name, int depth) {
    if (judge::isPackage(folder)) {
        return Packs{singlePackage(folder, name)};
    }
    if (isPack(folder)) {
        return Packs{TRY(packIn(folder, name))};
    }
    const std::vector<fs::path> below = visibleFolders(folder);
    Packs packs = TRY(packsBelow(below));
    if (packs.empty() && below.size() == 1 && depth < DeepestTop) {
        return find(below.front(), nameOf(below.front()), depth + 1);
    }
    return packs;
}

} // namespace

QString packIdFrom(const QString& name) {
    static const QRegularExpression Extension(
        QStringLiteral("\\.(grindpack|json|zip|tgz|tbz2?|txz|tar(\\.(gz|bz2|xz|zst))?)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression Unfit(QStringLiteral("[^A-Za-z0-9._]+"));
    static const QRegularExpression Start(QStringLiteral("^[^A-Za-z0-9]+"));
    static const QRegularExpression End(QStringLiteral("[^A-Za-z0-9]+$"));
    QString id = name;
    id.remove(Extension).replace(Unfit, QStringLiteral("-")).remove(Start);
    id.truncate(100);
    id.remove(End);
    return id.isEmpty() ? QStringLiteral("pack") : id;
}

Result<Packs> findPacks(const fs::path& folder, const QString& name) {
    Packs packs = TRY(find(folder, name, 0));
    std::erase_if(packs, [](const FoundPack& pack) { return pack.packages.empty(); });
    if (packs.empty()) {
        return fail("pack.empty", "there is no problem package in it; a pack is a folder with packages (folders with a "
                                  "problem.yaml or a problem.xml) in it");
    }
    return packs;
}

} // namespace grindstone::core
