// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_comparison.h"

#include "app/core/library/visible_folders.h"
#include "app/core/packs/folder_comparison.h"
#include "app/core/packs/pack_finding.h"
#include "judge/package/package.h"

namespace grindstone::core {

namespace fs = std::filesystem;

namespace {

Result<void> noteChanges(const fs::path& before, const fs::path& folder, ImportedPack& told,
                         const std::stop_token& stop) {
    for (ImportedProblem& problem : told.problems) {
        const std::string name = problem.slug.toStdString();
        if (judge::isPackage(before / name)) {
            const bool same = TRY(holdTheSame(before / name, folder / name, stop));
            problem.change = same ? ProblemChange::Same : ProblemChange::Changed;
        }
    }
    return {};
}

void noteRemoved(const fs::path& before, ImportedPack& told) {
    QStringList slugs;
    for (const ImportedProblem& problem : told.problems) {
        slugs << problem.slug;
    }
    for (const fs::path& folder : visibleFolders(before)) {
        const QString slug = QString::fromStdString(folder.filename().string());
        if (judge::isPackage(folder) && !slugs.contains(slug)) {
            told.removed << slug;
        }
    }
}

} // namespace

Result<void> compareWithBefore(const fs::path& before, const fs::path& folder, ImportedPack& told,
                               std::stop_token stop) {
    if (TRY(holdTheSame(before, folder, stop))) {
        told.change = PackChange::Unchanged;
        for (ImportedProblem& problem : told.problems) {
            problem.change = ProblemChange::Same;
        }
        return {};
    }
    told.change = PackChange::Replaced;
    TRY(noteChanges(before, folder, told, stop));
    noteRemoved(before, told);
    return {};
}

} // namespace grindstone::core
