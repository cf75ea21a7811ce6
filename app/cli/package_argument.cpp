// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/package_argument.h"

#include "app/cli/pack_commands.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_finding.h"
#include "judge/package/package_folder.h"

namespace grindstone::cli {

namespace {

namespace fs = std::filesystem;

QString nameOf(const std::string& given) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(given, error);
    return QString::fromStdString((error ? fs::path(given) : whole).filename().string());
}

} // namespace

Result<PackageArgument> PackageArgument::open(const std::string& given, Session& session) {
    std::error_code error;
    if (!fs::is_regular_file(given, error)) {
        return PackageArgument(given, given, std::nullopt);
    }
    core::Staging staging = TRY(core::Staging::create(session.services.paths().extracted()));
    const fs::path folder = staging.path() / core::packIdFrom(nameOf(given)).toStdString();
    ProgressBar bar = ProgressBar::onTerminal();
    TRY(judge::extractArchive(given, folder, {}, percentOn(bar, Cli::tr("Reading %1")), session.stop));
    return PackageArgument(given, folder, std::move(staging));
}

Result<std::vector<fs::path>> PackageArgument::packages() const {
    std::vector<fs::path> packages;
    auto packs = core::findPacks(m_folder, nameOf(m_given));
    if (!packs) {
        return fail(withContext(std::move(packs).error(), judge::shownPath(m_given)));
    }
    for (const core::FoundPack& pack : *packs) {
        packages.insert(packages.end(), pack.packages.begin(), pack.packages.end());
    }
    return packages;
}

Result<fs::path> PackageArgument::package() const {
    if (!m_staging) {
        return m_folder;
    }
    const std::vector<fs::path> found = TRY(packages());
    if (found.size() == 1) {
        return found.front();
    }
    std::string names;
    for (const fs::path& package : found) {
        names += (names.empty() ? "" : ", ") + judge::shownPath(package.filename());
    }
    return fail("pack.several", judge::shownPath(m_given) + ": there are " + std::to_string(found.size()) +
                                    " packages in it (" + names + "); import it, or give the archive of one");
}

} // namespace grindstone::cli
